package dev.wharf.server.transfer;

import dev.wharf.server.error.RequestRefusal;
import io.micronaut.http.HttpStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that must arrive within a time. Bytes that trickle keep a connection from being idle for ever; this ends them. A
 * read that waits is ended by the server's own bound on idle connections.
 */
final class TimedStream extends FilterInputStream {
    private final Duration bound;
    private final long start = System.nanoTime();

    TimedStream(InputStream in, Duration bound) {
        super(in);
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        check();
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return in.read(target, offset, length);
    }

    private void check() {
        if (System.nanoTime() - start > bound.toNanos()) {
            throw new RequestRefusal(
                    HttpStatus.REQUEST_TIMEOUT,
                    "The archive took longer to arrive than the " + bound.toSeconds()
                            + " seconds allowed, and nothing of it was kept: send it over a faster connection.");
        }
    }
}
