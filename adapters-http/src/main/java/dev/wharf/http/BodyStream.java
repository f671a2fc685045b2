package dev.wharf.http;

import io.micronaut.core.io.buffer.ReadBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The body of an answer that is still coming. It is received some pieces ahead of whoever reads it, so that the two do not wait for each other at every
 * piece; nothing is, before the first read. What came before a failure can be read before it is told.
 *
 * <p>For one reader at a time; any thread may close it.
 */
final class BodyStream extends InputStream {
    /** How many pieces, of up to 8 KiB each, may wait to be read. */
    static final int AHEAD = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<ReadBuffer> waiting = new ArrayDeque<>(AHEAD);
    private @Nullable Subscription source;
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean closed;

    private boolean reading;

    /** How many pieces are asked for at a time: while none are, nothing is received, which the client takes for silence. */
    private static final int BATCH = AHEAD / 8;

    /** The piece that is half read, and how many were taken since more were asked for; a reader's own while there is one. */
    private @Nullable ReadBuffer piece;

    private int taken = AHEAD;

    BodyStream(Publisher<ReadBuffer> body) {
        body.subscribe(new Receiver());
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    /** Waits for the first byte only, and gives all that is there. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        begin();
        try {
            return fill(target, offset, length);
        } finally {
            end();
        }
    }

    private int fill(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            ReadBuffer present = piece == null ? take(count == 0) : piece;
            if (present == null) {
                break;
            }
            int readable = present.readable();
            if (readable <= length - count) {
                present.toArray(target, offset + count);
                piece = null;
                count += readable;
            } else {
                present.split(length - count).toArray(target, offset + count);
                piece = present;
                count = length;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() {
        Subscription present;
        lock.lock();
        try {
            closed = true;
            present = source;
            drop();
            if (!reading) {
                dropPiece();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (present != null) {
            present.cancel();
        }
    }

    private void begin() {
        lock.lock();
        try {
            reading = true;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            reading = false;
            if (closed) {
                dropPiece();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next piece; null at the end, or if there is none now and it is not to be waited for. */
    private @Nullable ReadBuffer take(boolean toWait) throws IOException {
        askForMore();
        lock.lock();
        try {
            while (true) {
                if (closed) {
                    throw new IOException("the stream is closed");
                }
                ReadBuffer next = waiting.poll();
                if (next != null) {
                    taken++;
                    return next;
                }
                if (!toWait) {
                    return null;
                }
                if (ended) {
                    if (failure != null) {
                        throw new IOException(failure);
                    }
                    return null;
                }
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** Not under the lock: what is there already comes at once, by this thread. */
    private void askForMore() {
        if (taken < BATCH) {
            return;
        }
        Subscription present;
        lock.lock();
        try {
            present = source;
        } finally {
            lock.unlock();
        }
        if (present != null) {
            int asked = taken;
            taken = 0;
            present.request(asked);
        }
    }

    private void drop() {
        for (ReadBuffer each = waiting.poll(); each != null; each = waiting.poll()) {
            each.close();
        }
    }

    private void dropPiece() {
        if (piece != null) {
            piece.close();
            piece = null;
        }
    }

    private final class Receiver implements Subscriber<ReadBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            lock.lock();
            try {
                source = subscription;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void onNext(ReadBuffer next) {
            lock.lock();
            try {
                if (closed) {
                    next.close();
                    return;
                }
                waiting.add(next);
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            finish(thrown);
        }

        @Override
        public void onComplete() {
            finish(null);
        }

        private void finish(@Nullable Throwable thrown) {
            lock.lock();
            try {
                failure = thrown;
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
