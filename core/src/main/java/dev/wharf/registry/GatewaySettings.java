package dev.wharf.registry;

import dev.wharf.packaging.ArchiveLimits;

/**
 * What the operator of a gateway decides.
 *
 * @param binding how many connections a package may serve
 * @param limits what an archive may hold
 * @param inspection what is done about archives before they are sent on
 */
public record GatewaySettings(BindingPolicy binding, ArchiveLimits limits, ArchiveInspection inspection) {
    /** One connection a package, the default limits, and a word about what is wrong. */
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(BindingPolicy.SINGLE, ArchiveLimits.DEFAULT, ArchiveInspection.WARN);

    /**
     * The same settings with another inspection.
     *
     * @param other what is done about archives before they are sent on
     * @return the settings
     */
    public GatewaySettings withInspection(ArchiveInspection other) {
        return new GatewaySettings(binding, limits, other);
    }
}
