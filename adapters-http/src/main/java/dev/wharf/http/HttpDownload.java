package dev.wharf.http;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import dev.wharf.registry.VerifiedStream;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An archive on its way over HTTP, verified at its end where its hash is known. */
final class HttpDownload implements ArchiveDownload {
    private final RestResponse response;
    private final @Nullable Sha256 sha256;
    private final InputStream stream;

    HttpDownload(RestResponse response, @Nullable Sha256 sha256) {
        this.response = response;
        this.sha256 = sha256;
        this.stream = sha256 == null ? response.body() : VerifiedStream.of(response.body(), sha256);
    }

    @Override
    public @Nullable Sha256 sha256() {
        return sha256;
    }

    @Override
    public OptionalLong size() {
        return response.length();
    }

    @Override
    public InputStream stream() {
        return stream;
    }

    @Override
    public @Nullable StoredArchive stored() {
        return null;
    }

    @Override
    public void close() {
        response.close();
    }
}
