package dev.wharf.testkit.server;

import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SyncOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a {@link WharfServer} shall be like. */
public final class WharfServerBuilder {
    private final Map<String, Object> settings = new HashMap<>();
    private boolean resetting;

    /** By {@link WharfServer#builder()} only. */
    WharfServerBuilder() {}

    /**
     * What setup tests answer that only a running connector could; they pass otherwise.
     *
     * @param outcome what comes of them, after every {@link WharfServer#reset()} again
     * @return this builder
     */
    public WharfServerBuilder setupTests(SetupTestOutcome outcome) {
        return setting("wharf.setup-tests", outcome.name());
    }

    /**
     * The same for the connections of one name, in whatever destination.
     *
     * @param connection their name
     * @param outcome what comes of them
     * @return this builder
     */
    public WharfServerBuilder setupTests(String connection, SetupTestOutcome outcome) {
        return setting("wharf.setup-test-outcomes." + connection, outcome.name());
    }

    /**
     * How the syncs go that connections are told to begin; they take five seconds and end well otherwise.
     *
     * @param time how long one takes; zero for those that have ended when they begin
     * @param outcome what comes of them, after every {@link WharfServer#reset()} again
     * @return this builder
     */
    public WharfServerBuilder syncs(Duration time, SyncOutcome outcome) {
        setting("wharf.sync-time", time.toMillis() + "ms");
        return setting("wharf.sync-outcome", outcome.name());
    }

    /**
     * How many requests each user may make; more are answered 429 with {@code Retry-After}, and every answer tells how many are left.
     * A window begins with a user's first request, and {@link WharfServer#reset()} does not end it: where that matters, give each test
     * a server or a user of its own.
     *
     * @param calls how many in a window, at least 1
     * @param window how long a window is, at least a millisecond
     * @return this builder
     * @throws IllegalArgumentException if there would be no calls or no window
     */
    public WharfServerBuilder rateLimit(int calls, Duration window) {
        if (calls < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "A rate limit must allow at least one call in a period of at least 1 ms.");
        }
        setting("wharf.rate-limit-window", window.toMillis() + "ms");
        return setting("wharf.rate-limit", calls);
    }

    /**
     * Anything else that {@code docs/reference/server-settings.md} lists, such as {@code wharf.max-archive-bytes}. What is
     * misspelt is overlooked.
     *
     * @param name the setting, as in YAML
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if it is a setting of a gateway, which this is none of
     */
    public WharfServerBuilder setting(String name, Object value) {
        if (name.toLowerCase(Locale.ROOT).startsWith("wharf.upstream")) {
            throw new IllegalArgumentException(
                    "This server is a registry, not a gateway. It does not support " + name + ".");
        }
        settings.put(name, value);
        return this;
    }

    /**
     * As a registered extension, resets the server before each test. Not for tests of one class that run at once.
     *
     * @return this builder
     */
    public WharfServerBuilder resettingBeforeEach() {
        resetting = true;
        return this;
    }

    /**
     * Starts the server.
     *
     * @return a server that is ready, which the caller closes unless it is a registered extension
     */
    public WharfServer start() {
        return WharfServer.start(settings, resetting);
    }
}
