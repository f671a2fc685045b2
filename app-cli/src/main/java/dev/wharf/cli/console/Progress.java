package dev.wharf.cli.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far long work has come: nothing in its first second, then a bar that a person sees move, or a line every ten
 * seconds where no person looks on. The bar is gone when the work is.
 */
public final class Progress implements AutoCloseable {
    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long BETWEEN_BARS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
    private static final int WIDTH = 24;
    private static final double NANOS = 1e9;
    private static final int ALL = 100;

    private final PrintStream err;
    private final Style style;
    private final String task;
    private final OptionalLong total;
    private final LongSupplier nanos;
    private final long begun;
    private long nextShown;
    private long done;
    private boolean visible;

    /** How progress is shown. */
    enum Style {
        /** A bar that is drawn again in its place. */
        BAR,
        /** A line every now and then. */
        LINES,
        /** Not at all. */
        NONE
    }

    Progress(PrintStream err, Style style, String task, OptionalLong total, LongSupplier nanos) {
        this.err = err;
        this.style = style;
        this.task = task;
        this.total = total;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.nextShown = begun + FIRST;
    }

    /**
     * Bytes whose passing is progress.
     *
     * @param in the bytes
     * @return the same bytes
     */
    public InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = in.read();
                advance(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = in.read(target, offset, length);
                advance(Math.max(count, 0));
                return count;
            }
        };
    }

    /**
     * Bytes that are sent from their beginning, perhaps not for the first time: what passed before counts no more.
     *
     * @param in the bytes
     * @return the same bytes
     */
    public InputStream countingAnew(InputStream in) {
        synchronized (this) {
            done = 0;
        }
        return counting(in);
    }

    /**
     * Counts bytes that have passed. Any thread may call it.
     *
     * @param bytes how many more
     */
    public synchronized void advance(long bytes) {
        done += bytes;
        long now = nanos.getAsLong();
        if (style == Style.NONE || now - nextShown < 0) {
            return;
        }
        nextShown = now + (style == Style.BAR ? BETWEEN_BARS : BETWEEN_LINES);
        show(now - begun);
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (visible) {
            err.print("\r\033[K");
            err.flush();
            visible = false;
        }
    }

    private void show(long elapsed) {
        if (style == Style.LINES) {
            err.print(task + ": " + amount() + "\n");
            return;
        }
        err.print("\r" + task + "  " + bar() + amount() + "  " + Sizes.rounded((long) (done / (elapsed / NANOS)))
                + "/s\033[K");
        err.flush();
        visible = true;
    }

    private String amount() {
        if (total.isEmpty()) {
            return Sizes.rounded(done);
        }
        return String.format(
                Locale.ROOT, "%3d%%  %s of %s", share(ALL), Sizes.rounded(done), Sizes.rounded(total.getAsLong()));
    }

    private String bar() {
        if (total.isEmpty()) {
            return "";
        }
        int filled = share(WIDTH);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]  ";
    }

    /** The part that is done, out of a whole; what was announced too small counts as done. */
    private int share(int whole) {
        long all = Math.max(total.orElse(0), 1);
        return (int) (Math.min(done, all) * whole / all);
    }
}
