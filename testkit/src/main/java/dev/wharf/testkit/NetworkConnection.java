package dev.wharf.testkit;

import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link FaultyNetwork}. */
final class NetworkConnection {
    private static final int PIECE = 8 * 1024;
    private static final long TRICKLE_MILLIS = 200;

    private final FaultyNetwork network;
    private final Socket caller;
    private final Socket server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean oneEnded = new AtomicBoolean();
    private volatile @Nullable Expected expected;
    private volatile boolean callerIsGone;

    NetworkConnection(FaultyNetwork network, Socket caller, Socket server) {
        this.network = network;
        this.caller = caller;
        this.server = server;
    }

    /** What goes wrong here, and how many bytes passed in each direction since it was known. */
    private record Expected(NetworkFault fault, AtomicLong requests, AtomicLong responses) {
        /** How many bytes are left until it strikes. */
        long countDown(Direction direction, int count) {
            return fault.after() - (direction == Direction.REQUEST ? requests : responses).getAndAdd(count);
        }
    }

    void pumpRequests() {
        pump(Direction.REQUEST, caller, server);
        endWithTheOther();
    }

    void pumpResponses() {
        pump(Direction.RESPONSE, server, caller);
        endWithTheOther();
    }

    void reset() {
        reset(caller);
        reset(server);
        ended.countDown();
    }

    /** Lets go of the sockets when both directions have ended; until then one of them may go on. */
    private void endWithTheOther() {
        if (!oneEnded.compareAndSet(false, true)) {
            close(caller);
            close(server);
            ended.countDown();
            network.forget(this);
        }
    }

    private void pump(Direction direction, Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            OutputStream out = to.getOutputStream();
            while (true) {
                int count = from.getInputStream().read(piece);
                if (count < 0) {
                    to.shutdownOutput();
                    return;
                }
                if (direction == Direction.REQUEST) {
                    NetworkFault claimed = network.claim(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
                    expected = claimed == null ? expected : new Expected(claimed, new AtomicLong(), new AtomicLong());
                }
                wait(count);
                Expected mine = expected;
                if (mine == null) {
                    deliver(out, piece, count, direction);
                    continue;
                }
                long left = mine.countDown(direction, count);
                network.count(direction, count);
                NetworkFault fault = mine.fault();
                if (fault.direction() != direction || fault.kind() == Kind.NOTHING || left < 0 || left > count) {
                    deliver(out, piece, count, direction);
                } else if (!strike(fault.kind(), out, piece, (int) left, count, to)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            if (!callerIsGone || direction == Direction.RESPONSE) {
                reset();
                network.forget(this);
            }
        }
    }

    /** Whether bytes go on passing in this direction. */
    private boolean strike(Kind kind, OutputStream out, byte[] piece, int unharmed, int count, Socket to)
            throws IOException, InterruptedException {
        if (kind == Kind.TRICKLE) {
            network.strikes();
            trickle(out, piece, unharmed, count);
            return true;
        }
        if (kind == Kind.CORRUPT) {
            if (unharmed == count) {
                out.write(piece, 0, count);
                return true;
            }
            piece[unharmed] ^= 1;
            network.strikes();
            out.write(piece, 0, count);
            return true;
        }
        out.write(piece, 0, unharmed);
        network.strikes();
        switch (kind) {
            case RESET -> reset();
            case RESET_TOWARDS_CALLER -> {
                callerIsGone = true;
                reset(caller);
            }
            case HALF_CLOSE -> to.shutdownOutput();
            default -> ended.await();
        }
        return false;
    }

    /** All there is in the piece, byte by byte. */
    private void trickle(OutputStream out, byte[] piece, int unharmed, int count)
            throws IOException, InterruptedException {
        out.write(piece, 0, unharmed);
        for (int at = unharmed; at < count; at++) {
            if (ended.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("the connection ended");
            }
            out.write(piece, at, 1);
        }
    }

    private void deliver(OutputStream out, byte[] piece, int count, Direction direction) throws IOException {
        if (direction == Direction.REQUEST || !callerIsGone) {
            out.write(piece, 0, count);
        }
    }

    private void wait(int count) throws InterruptedException {
        long nanos = network.delayOf(count).toNanos();
        if (nanos > 0 && ended.await(nanos, TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the connection ended");
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            // Then there is nothing to reset.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Then it is closed.
        }
    }
}
