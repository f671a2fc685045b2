package dev.wharf.server;

import dev.wharf.cache.CacheSettings;
import dev.wharf.gateway.ArchiveInspection;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilienceSettings.Circuit;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator of a gateway decides, as {@code wharf.upstream.*} in YAML or {@code WHARF_UPSTREAM_*} in the environment. The
 * credentials are not among it, so that nothing prints them.
 *
 * @param url where the account is that the gateway opens
 * @param timeout how long to wait for an answer, and for a call with all its attempts
 * @param maxWait how long the account may ask to be left alone, and a caller waits for it; null for no longer than the time-out
 * @param attempts how often a call that may be repeated is made
 * @param circuitOpen how long the account is left alone once it has failed repeatedly
 * @param fresh how long what is known of one thing is given without asking
 * @param freshLists the same for lists
 * @param patience how long a caller waits for the account while an older answer is at hand
 * @param kept how old it may be
 * @param cacheBytes how many bytes of archives are kept
 * @param checks what is done about archives before they are sent on
 * @param lease how long a change counts as in progress after its gateway last reported it
 */
@ConfigurationProperties("wharf.upstream")
@Requires(property = UpstreamSettings.URL)
public record UpstreamSettings(
        URI url,
        @Bindable(defaultValue = "30s") Duration timeout,
        @Nullable Duration maxWait,
        @Bindable(defaultValue = "3") int attempts,
        @Bindable(defaultValue = "2m") Duration circuitOpen,
        @Bindable(defaultValue = "2m") Duration fresh,
        @Bindable(defaultValue = "0s") Duration freshLists,
        @Bindable(defaultValue = "2s") Duration patience,
        @Bindable(defaultValue = "7d") Duration kept,
        @Bindable(defaultValue = "10737418240") long cacheBytes,
        @Bindable(defaultValue = "WARN") ArchiveInspection checks,
        @Bindable(defaultValue = "1m") Duration lease) {
    static final String URL = "wharf.upstream.url";

    ResilienceSettings resilience() {
        Circuit usual = Circuit.DEFAULT;
        ResilienceSettings waiting = ResilienceSettings.DEFAULT.withDeadline(timeout);
        if (maxWait != null) {
            waiting = waiting.withLongestRetryAfter(maxWait).withDeadline(timeout.plus(maxWait));
        }
        return waiting.withAttempts(attempts)
                .withCircuit(new Circuit(
                        usual.window(), usual.leastCalls(), usual.failureRate(), circuitOpen, usual.trials()));
    }

    CacheSettings cache() {
        return new CacheSettings(fresh, freshLists, patience, kept, CacheSettings.DEFAULT.entries());
    }
}
