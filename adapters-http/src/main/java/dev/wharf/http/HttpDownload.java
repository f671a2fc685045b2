package dev.wharf.http;

import dev.wharf.integrity.VerifiedStream;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An archive on its way over HTTP, verified at its end where its hash is known. */
final class HttpDownload implements ArchiveDownload {
    private final OptionalLong size;
    private final Runnable closing;
    private final @Nullable Sha256 sha256;
    private final InputStream stream;

    HttpDownload(OptionalLong size, InputStream bytes, Runnable closing, @Nullable Sha256 sha256) {
        this.size = size;
        this.closing = closing;
        this.sha256 = sha256;
        this.stream = sha256 == null ? bytes : VerifiedStream.of(bytes, sha256);
    }

    @Override
    public @Nullable Sha256 sha256() {
        return sha256;
    }

    @Override
    public OptionalLong size() {
        return size;
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
        closing.run();
    }
}
