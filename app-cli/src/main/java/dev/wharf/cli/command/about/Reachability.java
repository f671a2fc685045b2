package dev.wharf.cli.command.about;

import dev.wharf.failure.UnavailableException;
import dev.wharf.http.Probe;
import dev.wharf.http.network.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether a server answers at all, and whether its clock and ours agree. Sends no credentials. */
final class Reachability {
    private static final Duration TOLERATED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String origin;
    private final Network network;
    private final InstantSource clock;

    Reachability(URI url, String origin, Network network, InstantSource clock) {
        this.url = url;
        this.origin = origin;
        this.network = network;
        this.clock = clock;
    }

    List<Check> checks() {
        Optional<Instant> date;
        try {
            date = Probe.answers(url, network, PATIENCE);
        } catch (UnavailableException e) {
            return List.of(Check.failed("server", url + " (from " + origin + "): " + e.getMessage()));
        }
        Instant now = clock.instant();
        return List.of(
                Check.ok("server", url + " answers (from " + origin + ")"),
                date.map(theirs -> clock(theirs, now))
                        .orElseGet(() -> Check.ok("clock", "not compared, because the server reports no time")));
    }

    private static Check clock(Instant theirs, Instant ours) {
        Duration apart = Duration.between(theirs, ours);
        return apart.abs().compareTo(TOLERATED) <= 0
                ? Check.ok("clock", "agrees with the server's")
                : Check.warning(
                        "clock",
                        "this machine is " + apart.abs().toSeconds() + " seconds "
                                + (apart.isNegative() ? "behind" : "ahead of") + " the server. Set the clock.");
    }
}
