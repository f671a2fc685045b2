package dev.wharf.testkit;

import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Pace;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * An archive that is read as files are: whoever is interrupted while reading fails. Half way its readers wait for something to happen,
 * and then a moment longer, in which they can be interrupted.
 */
final class InterruptibleArchive implements ArchiveSource {
    private static final int MOMENTS = 40;
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final byte[] bytes;
    private final BooleanSupplier happened;

    InterruptibleArchive(byte[] bytes, BooleanSupplier happened) {
        this.bytes = bytes.clone();
        this.happened = happened;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public InputStream open() {
        return new Interruptible(new ByteArrayInputStream(bytes));
    }

    private final class Interruptible extends FilterInputStream {
        Interruptible(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] chunk, int offset, int length) throws IOException {
            int half = bytes.length / 2;
            int before = bytes.length - in.available();
            if (before < half) {
                return in.read(chunk, offset, Math.min(length, half - before));
            }
            if (before == half) {
                linger();
            }
            return in.read(chunk, offset, length);
        }

        private void linger() throws IOException {
            try {
                for (int i = 0; i < MOMENTS && !happened.getAsBoolean(); i++) {
                    Pace.system().pause(MOMENT);
                }
                Pace.system().pause(MOMENT.multipliedBy(MOMENTS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
        }
    }
}
