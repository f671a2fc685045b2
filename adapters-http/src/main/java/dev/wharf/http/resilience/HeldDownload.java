package dev.wharf.http.resilience;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A download that is under way until it is closed or was read to its end. */
final class HeldDownload implements ArchiveDownload {
    private final ArchiveDownload download;
    private final Runnable ending;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable InputStream stream;

    HeldDownload(ArchiveDownload download, Runnable ending) {
        this.download = download;
        this.ending = ending;
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
        InputStream present = stream;
        if (present == null) {
            present = new Watched(download.stream());
            stream = present;
        }
        return present;
    }

    @Override
    public @Nullable StoredArchive stored() {
        return download.stored();
    }

    @Override
    public void close() {
        try {
            download.close();
        } finally {
            end();
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            ending.run();
        }
    }

    private final class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            endAfter(value);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            endAfter(count);
            return count;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                end();
            }
        }

        private void endAfter(int result) {
            if (result < 0) {
                end();
            }
        }
    }
}
