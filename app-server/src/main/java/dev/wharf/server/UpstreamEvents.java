package dev.wharf.server;

import dev.wharf.cache.Freshness;
import dev.wharf.http.resilience.ResilienceEvent;
import dev.wharf.http.resilience.ResilienceEvent.CircuitChanged;
import dev.wharf.http.resilience.ResilienceEvent.OddAnswer;
import dev.wharf.http.resilience.ResilienceListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, for the operator, what the gateway did about an account that is slow or away; and logs when it is, and is no more. */
@Singleton
@Requires(property = UpstreamSettings.URL)
class UpstreamEvents implements ResilienceListener {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamEvents.class);

    private final MeterRegistry meters;
    private final AtomicReference<CircuitChanged.State> circuit = new AtomicReference<>(CircuitChanged.State.CLOSED);

    UpstreamEvents(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("wharf.upstream.circuit.open", circuit, state -> switch (state.get()) {
            case CLOSED -> 0;
            case TRYING -> 0.5;
            case OPEN -> 1;
        });
    }

    @Override
    public void happened(ResilienceEvent event) {
        meters.counter("wharf.upstream.events", "event", name(event)).increment();
        if (event instanceof CircuitChanged changed) {
            circuit.set(changed.state());
            LOG.warn("Upstream: {}", event.text());
        } else if (event instanceof OddAnswer) {
            LOG.warn("Upstream: {}", event.text());
        } else {
            LOG.debug("Upstream: {}", event.text());
        }
    }

    void read(Freshness freshness) {
        meters.counter("wharf.upstream.reads", "origin", lower(freshness.origin()))
                .increment();
    }

    private static String name(ResilienceEvent event) {
        return event instanceof CircuitChanged changed
                ? "circuit_" + lower(changed.state())
                : event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
