package dev.wharf.server.transfer;

import dev.wharf.http.wire.Envelope;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import dev.wharf.server.request.EntityTags;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An archive, or a part of it, as the body of an answer.
 *
 * @param download the archive; closed when it is sent, or given up
 * @param range which part; null for all of it. Only of an archive at hand
 */
public record OutgoingArchive(ArchiveDownload download, @Nullable ByteRange range) {
    private static final String REPR_DIGEST = "Repr-Digest";

    /**
     * Answers with an archive, or the part of it that is asked for. Its hash is the answer's entity tag.
     *
     * @param download the archive
     * @param range the request's {@code Range}; null if it has none
     * @param ifRange the request's {@code If-Range}; null if it has none
     * @return the answer
     */
    public static HttpResponse<?> answer(ArchiveDownload download, @Nullable String range, @Nullable String ifRange) {
        StoredArchive stored = download.stored();
        if (stored == null) {
            return described(HttpResponse.ok(new OutgoingArchive(download, null)), download);
        }
        boolean same = ifRange == null || ifRange.strip().equals(EntityTags.of(stored.sha256()));
        ByteRange part = same ? ByteRange.parse(range, stored.length()) : null;
        if (ByteRange.NONE.equals(part)) {
            download.close();
            return refused(stored.length());
        }
        MutableHttpResponse<OutgoingArchive> response = HttpResponse.status(
                        part == null ? HttpStatus.OK : HttpStatus.PARTIAL_CONTENT)
                .body(new OutgoingArchive(download, part));
        if (part != null) {
            response.header(HttpHeaders.CONTENT_RANGE, part.contentRange(stored.length()));
        }
        return described(response, download).header(HttpHeaders.ACCEPT_RANGES, "bytes");
    }

    private static MutableHttpResponse<OutgoingArchive> described(
            MutableHttpResponse<OutgoingArchive> response, ArchiveDownload download) {
        response.contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"code.zip\"");
        Sha256 sha256 = download.sha256();
        // Of the whole archive, whatever part of it is sent (RFC 9530).
        return sha256 == null
                ? response
                : response.header(HttpHeaders.ETAG, EntityTags.of(sha256)).header(REPR_DIGEST, digest(sha256));
    }

    /**
     * Answers what {@link #answer} would, but the bytes: how many there are, where that is known.
     *
     * @param download the archive, of which nothing is read; closed by this
     * @return the answer
     */
    public static HttpResponse<?> head(ArchiveDownload download) {
        try (download) {
            MutableHttpResponse<?> response = described(HttpResponse.ok(), download);
            download.size().ifPresent(size -> response.header(HttpHeaders.CONTENT_LENGTH, Long.toString(size)));
            return download.stored() == null ? response : response.header(HttpHeaders.ACCEPT_RANGES, "bytes");
        }
    }

    private static HttpResponse<?> refused(long total) {
        return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                .body(new Envelope<>(
                        "InvalidInput",
                        "The archive has " + total + " bytes. The requested range is outside of" + " it.",
                        null))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + total);
    }

    private static String digest(Sha256 sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256.bytes()) + ":";
    }
}
