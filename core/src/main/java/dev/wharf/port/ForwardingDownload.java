package dev.wharf.port;

import dev.wharf.model.Sha256;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A download that is another one's. Whoever adds something to a download extends this, and overrides what it adds to. */
public abstract class ForwardingDownload implements ArchiveDownload {
    private final ArchiveDownload download;

    /**
     * Forwards.
     *
     * @param download where calls go; closed with this
     */
    protected ForwardingDownload(ArchiveDownload download) {
        this.download = download;
    }

    @Override
    public @Nullable Sha256 sha256() {
        return download.sha256();
    }

    @Override
    public OptionalLong size() {
        return download.size();
    }

    @Override
    public InputStream stream() {
        return download.stream();
    }

    @Override
    public @Nullable StoredArchive stored() {
        return download.stored();
    }

    @Override
    public void close() {
        download.close();
    }
}
