package dev.wharf.server.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How many calls each user has left. They are counted in windows; a user's window begins with the first call after the last one. */
final class CallBudget {
    private final long limit;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    CallBudget(long limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    private record Window(Instant end, long calls) {}

    /**
     * What became of a call.
     *
     * @param limit how many calls a window allows
     * @param remaining how many are left of them
     * @param retryAfter how long to wait, in whole seconds, if this one is too many; else null
     */
    record Taken(long limit, long remaining, @Nullable Duration retryAfter) {}

    Taken take(String user) {
        Instant now = clock.instant();
        Window counted = windows.merge(
                user,
                new Window(now.plus(window), 1),
                (present, fresh) ->
                        present.end().isAfter(now) ? new Window(present.end(), present.calls() + 1) : fresh);
        boolean tooMany = counted.calls() > limit;
        return new Taken(
                limit,
                Math.max(0, limit - counted.calls()),
                tooMany ? inWholeSeconds(Duration.between(now, counted.end())) : null);
    }

    /** Rounded up: who comes back a moment too early would come in vain. */
    private static Duration inWholeSeconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
