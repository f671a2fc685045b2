package dev.wharf.server.transfer;

import dev.wharf.server.error.RequestRefusal;
import io.micronaut.http.HttpStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that must arrive within a time, and not too slowly. Whoever is to end a read that waits calls {@link #check} now and
 * then from another thread; the reader is interrupted, and refuses the request.
 */
final class TimedStream extends FilterInputStream {
    private final UploadPace pace;
    private final long start = System.nanoTime();
    private @Nullable Thread reader;
    private @Nullable RequestRefusal refusal;
    /** Since the speed was last good enough: how long was waited, and what came. */
    private long waitedNanos;

    private long bytes;
    private long waitingSince;

    TimedStream(InputStream in, UploadPace pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        begin();
        int count = 0;
        IOException failure = null;
        try {
            count = in.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
        } finally {
            end(Math.max(0, count));
        }
        if (failure != null) {
            throw failure;
        }
        return count;
    }

    /** Ends the read that waits, if the body comes too slowly. */
    synchronized void check() {
        Thread waiting = reader;
        if (waiting != null && refusal == null) {
            long now = System.nanoTime();
            refusal = judge(now, waitedNanos + (now - waitingSince));
            if (refusal != null) {
                waiting.interrupt();
            }
        }
    }

    private synchronized void begin() {
        waitingSince = System.nanoTime();
        RequestRefusal late = judge(waitingSince, waitedNanos);
        if (late != null) {
            throw late;
        }
        reader = Thread.currentThread();
    }

    private synchronized void end(int count) {
        reader = null;
        waitedNanos += System.nanoTime() - waitingSince;
        bytes += count;
        RequestRefusal decided = refusal;
        if (decided != null) {
            // The interruption was ours, and has done its work.
            Thread.interrupted();
            throw decided;
        }
    }

    private @Nullable RequestRefusal judge(long now, long waited) {
        if (now - start > pace.most().toNanos()) {
            return late("took longer than the " + pace.most().toSeconds() + " s allowed");
        }
        if (pace.isTooSlow(bytes, waited)) {
            return late("arrived more slowly than the " + pace.bytesPerSecond() + " bytes per second required");
        }
        if (waited >= pace.patience().toNanos()) {
            waitedNanos = 0;
            waitingSince = now;
            bytes = 0;
        }
        return null;
    }

    private static RequestRefusal late(String how) {
        return new RequestRefusal(
                HttpStatus.REQUEST_TIMEOUT,
                "The archive " + how + ". Nothing of it was kept. Send it over a faster connection.");
    }
}
