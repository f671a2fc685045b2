package dev.wharf.http.resilience;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.RateLimit;
import dev.wharf.http.resilience.ResilienceEvent.GivenUp;
import dev.wharf.http.resilience.ResilienceEvent.Repeating;
import dev.wharf.http.resilience.ResilienceEvent.SlowedDown;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.Pace;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes calls: slowly when the rate limit is near, through the gate, again where they may be repeated, within a deadline. */
final class Calls {
    /** Reading, and what has the same effect when it is done twice. */
    static final Predicate<Throwable> WHEN_IT_MAY_PASS = Faults::mayPass;
    /** What must not be done twice: only a refusal proves that it was not done. */
    static final Predicate<Throwable> WHEN_REFUSED = RateLimitedException.class::isInstance;

    private static final Duration LEAST = Duration.ofMillis(1);

    private final Function<Duration, Account> account;
    private final ResilienceSettings settings;
    private final Gate gate;
    private final RateBudget budget;
    private final Pace pace;
    private final ResilienceListener listener;

    Calls(
            Function<Duration, Account> account,
            ResilienceSettings settings,
            Gate gate,
            RateBudget budget,
            Pace pace,
            ResilienceListener listener) {
        this.account = account;
        this.settings = settings;
        this.gate = gate;
        this.budget = budget;
        this.pace = pace;
        this.listener = listener;
    }

    /** A call whose time counts from now. */
    <T> T call(String name, Predicate<Throwable> repeatable, Function<Attempt, T> made) {
        return repeat(name, repeatable, made, gate::pass, pace.instant().plus(settings.deadline()));
    }

    /** A call whose time counts from now to its answer, which is under way until it is closed. */
    ArchiveDownload open(String name, Predicate<Throwable> repeatable, Function<Attempt, ArchiveDownload> made) {
        return repeat(name, repeatable, made, gate::open, pace.instant().plus(settings.deadline()));
    }

    /** A call whose time counts from its first failure. */
    <T> T send(String name, Predicate<Throwable> repeatable, Function<Attempt, T> made) {
        return repeat(name, repeatable, made, gate::pass, Instant.MAX);
    }

    private <T> T repeat(
            String name,
            Predicate<Throwable> repeatable,
            Function<Attempt, T> made,
            Function<Supplier<T>, T> way,
            Instant deadline) {
        Retry.AsyncContext<T> attempts = retry(name, repeatable).asyncContext();
        Instant end = deadline;
        boolean mayHaveHappened = false;
        for (int attempt = 1; ; attempt++) {
            slowDown(end);
            Instant until = end;
            boolean again = mayHaveHappened;
            try {
                // Within the gate, where waiting for a place is over.
                return way.apply(() -> made.apply(new Attempt(account.apply(left(until)), again)));
            } catch (WharfException e) {
                if (end.equals(Instant.MAX)) {
                    end = pace.instant().plus(settings.deadline());
                }
                mayHaveHappened |= Faults.isItsFault(e);
                Duration wait = waitAfter(e, attempts, end);
                if (wait.isNegative()) {
                    if (repeatable.test(e)) {
                        listener.happened(new GivenUp(name, attempt, e));
                    }
                    throw sayingWhen(e);
                }
                listener.happened(new Repeating(name, attempt, wait, e));
                pause(wait);
            }
        }
    }

    /** Negative if the call is not to be repeated. */
    private <T> Duration waitAfter(WharfException failure, Retry.AsyncContext<T> attempts, Instant end) {
        long millis = attempts.onError(failure);
        Duration never = Duration.ofMillis(-1);
        if (millis < 0
                || failure.getCause() instanceof CallNotMade
                || Thread.currentThread().isInterrupted()) {
            return never;
        }
        Duration asked = Faults.retryAfter(failure);
        if (asked != null && asked.compareTo(settings.waits().longestRetryAfter()) > 0) {
            return never;
        }
        Duration wait = Duration.ofMillis(millis);
        wait = asked == null || asked.compareTo(wait) < 0 ? wait : asked;
        return pace.instant().plus(wait).isBefore(end) ? wait : never;
    }

    private WharfException sayingWhen(WharfException failure) {
        return failure instanceof RateLimitedException limited ? limited.sayingWhen(pace.instant()) : failure;
    }

    private void slowDown(Instant end) {
        RateLimit rate = budget.last();
        if (rate == null) {
            return;
        }
        Duration delay = RateBudget.delay(rate, settings.slowdown());
        if (delay.isZero() || !pace.instant().plus(delay).isBefore(end)) {
            return;
        }
        listener.happened(new SlowedDown(delay, rate.remaining(), rate.limit()));
        pause(delay);
    }

    private Duration left(Instant end) {
        if (end.equals(Instant.MAX)) {
            return settings.deadline();
        }
        Duration left = Duration.between(pace.instant(), end);
        if (left.compareTo(LEAST) < 0) {
            throw Gate.full();
        }
        return left;
    }

    private void pause(Duration wait) {
        try {
            pace.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Gate.interrupted(e);
        }
    }

    private Retry retry(String name, Predicate<Throwable> repeatable) {
        ResilienceSettings.Waits asked = settings.waits();
        IntervalFunction waits = asked.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(asked.first(), 2, asked.longest())
                : IntervalFunction.ofExponentialRandomBackoff(asked.first(), 2, asked.jitter(), asked.longest());
        return Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(waits)
                        .retryOnException(repeatable)
                        .build());
    }
}
