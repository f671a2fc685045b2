package dev.wharf.server.transfer;

import dev.wharf.port.ArchiveSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Counts the bytes of archives that callers send and are sent. Made at the start, so that one can see that nothing was. */
@Context
class ArchiveTraffic {
    private final Counter received;
    private final Counter sent;

    ArchiveTraffic(MeterRegistry meters) {
        received = meters.counter("wharf.archive.bytes.received");
        sent = meters.counter("wharf.archive.bytes.sent");
    }

    void sent(int bytes) {
        sent.increment(bytes);
    }

    /** The same archive, each byte counted as it arrives. */
    ArchiveSource counted(ArchiveSource archive) {
        return new Counted(archive, received);
    }

    private record Counted(ArchiveSource archive, Counter counter) implements ArchiveSource {
        @Override
        public OptionalLong size() {
            return archive.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new CountedStream(archive.open(), counter);
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private final Counter counter;

        CountedStream(InputStream in, Counter counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(count);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) {
            if (bytes > 0) {
                counter.increment((double) bytes);
            }
        }
    }
}
