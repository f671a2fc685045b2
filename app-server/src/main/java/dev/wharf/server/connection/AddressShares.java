package dev.wharf.server.connection;

import dev.wharf.server.ServerSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many connections each address has. No address may have all that this process can hold. */
@Singleton
class AddressShares {
    private static final Logger LOG = LoggerFactory.getLogger(AddressShares.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final int most;
    private final Counter refused;
    private final ConcurrentMap<String, Integer> connections = new ConcurrentHashMap<>();
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - PAUSE);

    @Inject
    AddressShares(ServerSettings settings, MeterRegistry meters) {
        this(settings.connectionsPerAddress(), meters);
    }

    AddressShares(int most, MeterRegistry meters) {
        this.most = most;
        this.refused = meters.counter("wharf.connections.refused");
    }

    /** Whether there is a bound at all. */
    boolean areBounded() {
        return most > 0;
    }

    /** Counts one more of an address, unless it has as many as it may. */
    boolean take(String address) {
        boolean[] taken = new boolean[1];
        connections.compute(address, (key, present) -> {
            int count = present == null ? 0 : present;
            taken[0] = count < most;
            return taken[0] ? Integer.valueOf(count + 1) : present;
        });
        if (!taken[0]) {
            refused.increment();
            unsaid.incrementAndGet();
            say(address);
        }
        return taken[0];
    }

    /** One of an address is gone. */
    void giveBack(String address) {
        connections.computeIfPresent(address, (key, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /** Now and then: whoever is refused could else fill the log. */
    private void say(String address) {
        long now = System.nanoTime();
        long before = saidAt.get();
        if (now - before >= PAUSE && saidAt.compareAndSet(before, now)) {
            LOG.warn(
                    "Refused {} connections since the last such message: {} already has {}. If this is the"
                            + " address of a proxy or of many users, raise wharf.connections-per-address, or set"
                            + " it to 0.",
                    unsaid.getAndSet(0),
                    address,
                    most);
        }
    }
}
