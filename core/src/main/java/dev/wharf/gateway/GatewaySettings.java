package dev.wharf.gateway;

import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.registry.BindingPolicy;
import java.time.Duration;

/**
 * What the operator of a gateway decides.
 *
 * @param binding how many connections a package may serve
 * @param limits what an archive may hold
 * @param inspection what is done about archives before they are sent on
 * @param lease how long a change that was begun counts as in progress after its gateway last reported it
 *     ({@link Gateway#stillUnderWay()}); longer than clocks of gateways with one record may differ
 */
public record GatewaySettings(
        BindingPolicy binding, ArchiveLimits limits, ArchiveInspection inspection, Duration lease) {
    /** One connection a package, the default limits, a word about what is wrong, a lease of a minute. */
    public static final GatewaySettings DEFAULT = new GatewaySettings(
            BindingPolicy.SINGLE, ArchiveLimits.DEFAULT, ArchiveInspection.WARN, Duration.ofMinutes(1));

    /**
     * The same settings with another inspection.
     *
     * @param other what is done about archives before they are sent on
     * @return the settings
     */
    public GatewaySettings withInspection(ArchiveInspection other) {
        return new GatewaySettings(binding, limits, other, lease);
    }
}
