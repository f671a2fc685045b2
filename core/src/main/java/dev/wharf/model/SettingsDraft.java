package dev.wharf.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of which one is about to be another. */
final class SettingsDraft {
    @Nullable
    PackageId packageId;

    @Nullable
    String pythonVersion;

    @Nullable
    Boolean paused;

    @Nullable
    Integer syncFrequencyMinutes;

    @Nullable
    SchemaNaming naming;

    Networking networking;
    Schedule schedule;

    @Nullable
    List<Secret> secrets;

    @Nullable
    Boolean runSetupTests;

    Set<String> cleared;
    Fields others;

    SettingsDraft(ConnectionSettings settings) {
        packageId = settings.packageId();
        pythonVersion = settings.pythonVersion();
        paused = settings.paused();
        syncFrequencyMinutes = settings.syncFrequencyMinutes();
        naming = settings.naming();
        networking = settings.networking();
        schedule = settings.schedule();
        secrets = settings.secrets();
        runSetupTests = settings.runSetupTests();
        cleared = settings.cleared();
        others = settings.others();
    }

    ConnectionSettings settings() {
        return new ConnectionSettings(
                packageId,
                pythonVersion,
                paused,
                syncFrequencyMinutes,
                naming,
                networking,
                schedule,
                secrets,
                runSetupTests,
                cleared,
                others);
    }
}
