package dev.wharf.registry;

import dev.wharf.packaging.ArchiveLimits;
import java.time.Duration;

/**
 * What the operator of a hosted registry decides.
 *
 * @param accountName what people call the account
 * @param binding how many connections a package may serve
 * @param limits what an archive may hold
 * @param archiveGrace how long an archive stays after the last package let go of it
 * @param setupTests what setup tests answer
 * @param syncs how syncs go
 */
public record RegistrySettings(
        String accountName,
        BindingPolicy binding,
        ArchiveLimits limits,
        Duration archiveGrace,
        SetupTestSettings setupTests,
        SyncSettings syncs) {
    /**
     * One connection a package, the default limits, a day of grace, setup tests that pass where nothing is wrong, and syncs that end
     * well.
     */
    public static final RegistrySettings DEFAULT = new RegistrySettings(
            "wharf",
            BindingPolicy.SINGLE,
            ArchiveLimits.DEFAULT,
            Duration.ofDays(1),
            SetupTestSettings.DEFAULT,
            SyncSettings.DEFAULT);

    /**
     * The same settings with another policy of binding.
     *
     * @param policy how many connections a package may serve
     * @return the settings
     */
    public RegistrySettings withBinding(BindingPolicy policy) {
        return new RegistrySettings(accountName, policy, limits, archiveGrace, setupTests, syncs);
    }

    /**
     * The same settings with other limits.
     *
     * @param newLimits what an archive may hold
     * @return the settings
     */
    public RegistrySettings withLimits(ArchiveLimits newLimits) {
        return new RegistrySettings(accountName, binding, newLimits, archiveGrace, setupTests, syncs);
    }

    /**
     * The same settings with another grace.
     *
     * @param grace how long an archive stays after the last package let go of it
     * @return the settings
     */
    public RegistrySettings withArchiveGrace(Duration grace) {
        return new RegistrySettings(accountName, binding, limits, grace, setupTests, syncs);
    }

    /**
     * The same settings with other setup tests.
     *
     * @param tests what setup tests answer
     * @return the settings
     */
    public RegistrySettings withSetupTests(SetupTestSettings tests) {
        return new RegistrySettings(accountName, binding, limits, archiveGrace, tests, syncs);
    }

    /**
     * The same settings with other syncs.
     *
     * @param others how syncs go
     * @return the settings
     */
    public RegistrySettings withSyncs(SyncSettings others) {
        return new RegistrySettings(accountName, binding, limits, archiveGrace, setupTests, others);
    }
}
