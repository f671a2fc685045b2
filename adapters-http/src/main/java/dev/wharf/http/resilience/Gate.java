package dev.wharf.http.resilience;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.RestFailure;
import dev.wharf.http.resilience.ResilienceEvent.CircuitChanged;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.Pace;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets one attempt through to the other side, or not: the circuit, and how many at once. */
final class Gate {
    private final CircuitBreaker circuit;
    private final Bulkhead slots;
    private final Pace pace;
    private volatile Instant asksAgain = Instant.MIN;

    Gate(ResilienceSettings settings, Pace pace, ResilienceListener listener) {
        this.pace = pace;
        ResilienceSettings.Circuit when = settings.circuit();
        circuit = CircuitBreaker.of(
                "registry",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(when.window())
                        .minimumNumberOfCalls(when.leastCalls())
                        .failureRateThreshold(when.failureRate())
                        .waitDurationInOpenState(when.openFor())
                        .permittedNumberOfCallsInHalfOpenState(when.trials())
                        .clock(new PaceClock(pace))
                        .build());
        circuit.getEventPublisher().onStateTransition(event -> {
            CircuitBreaker.State now = event.getStateTransition().getToState();
            if (now == CircuitBreaker.State.OPEN) {
                asksAgain = pace.instant().plus(when.openFor());
            }
            listener.happened(new CircuitChanged(
                    switch (now) {
                        case OPEN -> CircuitChanged.State.OPEN;
                        case HALF_OPEN -> CircuitChanged.State.TRYING;
                        default -> CircuitChanged.State.CLOSED;
                    }));
        });
        slots = Bulkhead.of(
                "registry",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.slots().count())
                        .maxWaitDuration(settings.slots().patience())
                        .build());
    }

    /** Makes a call that is over when it returns. */
    <T> T pass(Supplier<T> attempt) {
        enter();
        try {
            return counted(attempt);
        } finally {
            slots.onComplete();
        }
    }

    /** Makes a call whose answer is under way until it is closed or was read. */
    ArchiveDownload open(Supplier<ArchiveDownload> attempt) {
        enter();
        try {
            return new HeldDownload(counted(attempt), slots::onComplete);
        } catch (RuntimeException | Error e) {
            slots.onComplete();
            throw e;
        }
    }

    private void enter() {
        if (!slots.tryAcquirePermission()) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(new InterruptedException());
            }
            throw full();
        }
    }

    /** What whoever waited for a place in vain, or until there was no time left for the call, is told. */
    static RateLimitedException full() {
        return new RateLimitedException(
                "Too many calls of this program run at once.",
                "Make fewer calls, close downloads, or allow more.",
                null,
                new CallNotMade());
    }

    static UnavailableException interrupted(InterruptedException cause) {
        return new UnavailableException("The call to the registry was interrupted.", "Try again.", null, cause);
    }

    private <T> T counted(Supplier<T> attempt) {
        if (!circuit.tryAcquirePermission()) {
            Duration left = Duration.between(pace.instant(), asksAgain);
            throw new UnavailableException(
                    "The registry failed too often. Wharf pauses calls to it for a while.",
                    "Try again later.",
                    left.isNegative() ? Duration.ZERO : left,
                    new CallNotMade());
        }
        try {
            T result = attempt.get();
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
            return result;
        } catch (RuntimeException | Error e) {
            if (Faults.isItsFault(e)) {
                circuit.onError(0, TimeUnit.NANOSECONDS, e);
            } else if (e.getCause() instanceof RestFailure && !(e instanceof RateLimitedException)) {
                circuit.onSuccess(0, TimeUnit.NANOSECONDS);
            } else {
                circuit.releasePermission();
            }
            throw e;
        }
    }

    private static final class PaceClock extends Clock {
        private final Pace pace;

        PaceClock(Pace pace) {
            this.pace = pace;
        }

        @Override
        public Instant instant() {
            return pace.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
