package dev.wharf.testkit;

import dev.wharf.port.ArchiveSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.OptionalLong;

/** Given bytes as a stream that does not tell its size, or fails behind them. */
final class StreamedSource implements ArchiveSource {
    private final OptionalLong announced;
    private final byte[] bytes;
    private final boolean breaksOff;

    private StreamedSource(OptionalLong announced, byte[] bytes, boolean breaksOff) {
        this.announced = announced;
        this.bytes = bytes;
        this.breaksOff = breaksOff;
    }

    static StreamedSource of(byte[] bytes) {
        return new StreamedSource(OptionalLong.empty(), bytes, false);
    }

    static StreamedSource breakingOffAfter(byte[] bytes) {
        return new StreamedSource(OptionalLong.empty(), bytes, true);
    }

    static StreamedSource announcing(long announced, byte[] bytesBeforeItBreaksOff) {
        return new StreamedSource(OptionalLong.of(announced), bytesBeforeItBreaksOff, true);
    }

    @Override
    public OptionalLong size() {
        return announced;
    }

    @Override
    public InputStream open() {
        InputStream all = new ByteArrayInputStream(bytes);
        return breaksOff ? new SequenceInputStream(all, new Broken()) : all;
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the source fails, as this test asked for");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
