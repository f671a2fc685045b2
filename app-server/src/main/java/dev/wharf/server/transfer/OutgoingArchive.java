package dev.wharf.server.transfer;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/**
 * An archive as the body of an answer.
 *
 * @param download the archive; closed when it is sent, or given up
 */
public record OutgoingArchive(ArchiveDownload download) {
    /**
     * Answers with an archive. Its hash is the answer's entity tag.
     *
     * @param download the archive
     * @return the answer
     */
    public static HttpResponse<OutgoingArchive> answer(ArchiveDownload download) {
        MutableHttpResponse<OutgoingArchive> response = HttpResponse.ok(new OutgoingArchive(download))
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"code.zip\"");
        Sha256 sha256 = download.sha256();
        return sha256 == null ? response : response.header(HttpHeaders.ETAG, "\"" + sha256 + "\"");
    }
}
