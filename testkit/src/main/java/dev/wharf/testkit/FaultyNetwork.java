package dev.wharf.testkit;

import dev.wharf.testkit.NetworkFault.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A way to a server on this machine on which things go wrong, when and where a test says. */
public final class FaultyNetwork implements AutoCloseable {
    private final int server;
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-network");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<NetworkConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable NetworkFault> next = new AtomicReference<>();
    private final AtomicLong requestBytes = new AtomicLong();
    private final AtomicLong responseBytes = new AtomicLong();
    private volatile boolean struck;
    private volatile boolean away;
    private volatile Duration latency = Duration.ZERO;
    private volatile long bytesPerSecond = Long.MAX_VALUE;

    /**
     * A way to a server.
     *
     * @param server the server's port on this machine
     */
    public FaultyNetwork(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /**
     * Where the way begins.
     *
     * @return an http address
     */
    public URI url() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    /**
     * Lets something go wrong once, with the next request that it waits for. Replaces what has not gone wrong yet.
     *
     * @param fault what, where and when
     */
    public void expect(NetworkFault fault) {
        struck = false;
        requestBytes.set(0);
        responseBytes.set(0);
        next.set(fault);
    }

    /**
     * Whether what was last expected has gone wrong.
     *
     * @return true since it has
     */
    public boolean hasStruck() {
        return struck;
    }

    /**
     * How many bytes passed on the connection of the request that was last expected, from that request on.
     *
     * @param direction which way
     * @return how many
     */
    public long passed(Direction direction) {
        return (direction == Direction.REQUEST ? requestBytes : responseBytes).get();
    }

    /**
     * Makes everything slow from now on.
     *
     * @param delay how much later each piece of up to some kilobytes arrives
     * @param speed how many bytes a second pass in each direction
     */
    public void slow(Duration delay, long speed) {
        latency = delay;
        bytesPerSecond = speed;
    }

    /** Cuts every connection, and every new one at once, until {@link #back()}. */
    public void away() {
        away = true;
        connections.forEach(NetworkConnection::reset);
    }

    /** Lets connections be made again. */
    public void back() {
        away = false;
    }

    /** Lets nothing go wrong any more: what was expected and has not happened never will, all is fast, and nobody is away. */
    public void calm() {
        next.set(null);
        slow(Duration.ZERO, Long.MAX_VALUE);
        back();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        connections.forEach(NetworkConnection::reset);
        threads.shutdownNow();
    }

    /** The fault that waited for a request of that beginning, for the one connection that asks first. */
    @Nullable
    NetworkFault claim(String request) {
        NetworkFault waiting = next.get();
        boolean mine = waiting != null && request.startsWith(waiting.request()) && next.compareAndSet(waiting, null);
        return mine ? waiting : null;
    }

    void count(Direction direction, long bytes) {
        (direction == Direction.REQUEST ? requestBytes : responseBytes).addAndGet(bytes);
    }

    void strikes() {
        struck = true;
    }

    Duration delayOf(int bytes) {
        return latency.plusNanos((long) (bytes * 1e9 / bytesPerSecond));
    }

    /** How many connections have not ended. */
    int open() {
        return connections.size();
    }

    void forget(NetworkConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                if (away) {
                    caller.setSoLinger(true, 0);
                    caller.close();
                    continue;
                }
                lead(caller);
            } catch (IOException closed) {
                // The test ended.
            }
        }
    }

    private void lead(Socket caller) throws IOException {
        Socket there;
        try {
            there = new Socket(InetAddress.getLoopbackAddress(), server);
        } catch (IOException unreachable) {
            // The server is not there: whoever calls is told by the closed connection.
            caller.close();
            return;
        }
        NetworkConnection connection = new NetworkConnection(this, caller, there);
        connections.add(connection);
        threads.execute(connection::pumpRequests);
        threads.execute(connection::pumpResponses);
    }
}
