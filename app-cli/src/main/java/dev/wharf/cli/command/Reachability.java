package dev.wharf.cli.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Whether a server answers at all, and whether its clock and ours agree. Sends no credentials. */
final class Reachability {
    private static final Duration TOLERATED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String origin;
    private final InstantSource clock;

    Reachability(URI url, String origin, InstantSource clock) {
        this.url = url;
        this.origin = origin;
        this.clock = clock;
    }

    List<Check> checks() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestMethod("HEAD");
            connection.getResponseCode();
            long date = connection.getDate();
            Instant now = clock.instant();
            connection.disconnect();
            Check reached = Check.ok("server", url + " answers (from " + origin + ")");
            return List.of(
                    reached,
                    date == 0
                            ? Check.ok("clock", "not compared, for the server tells no time")
                            : clock(Instant.ofEpochMilli(date), now));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Check.failed(
                    "server",
                    url + " (from " + origin + ") cannot be reached ("
                            + e.getClass().getSimpleName() + "): check the address, the network and the proxy."));
        }
    }

    private static Check clock(Instant theirs, Instant ours) {
        Duration apart = Duration.between(theirs, ours);
        return apart.abs().compareTo(TOLERATED) <= 0
                ? Check.ok("clock", "agrees with the server's")
                : Check.warning(
                        "clock",
                        "this machine is " + apart.abs().toSeconds() + " seconds "
                                + (apart.isNegative() ? "behind" : "ahead of") + " the server: set it.");
    }
}
