package dev.wharf.http.resilience;

import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ForwardingDownload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A download that is under way until it is closed or was read to its end. */
final class HeldDownload extends ForwardingDownload {
    private final Runnable ending;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable InputStream stream;

    HeldDownload(ArchiveDownload download, Runnable ending) {
        super(download);
        this.ending = ending;
    }

    @Override
    public InputStream stream() {
        InputStream present = stream;
        if (present == null) {
            present = new Watched(super.stream());
            stream = present;
        }
        return present;
    }

    @Override
    public void close() {
        try {
            super.close();
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
