package dev.wharf.cli.command;

import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.PackageId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be asked for of a connection. What is not asked for stays as it is. */
final class SettingsOptions {
    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description = "A JSON object of strings, which replaces the connection's configuration. Without this option"
                    + " no file is used, not even a configuration.json.")
    private @Nullable Path configuration;

    @Option(names = "--python-version", paramLabel = "V", description = "The Python to run under, such as 3.13.")
    private @Nullable String pythonVersion;

    @Option(names = "--paused", negatable = true, description = "Whether the connection rests.")
    private @Nullable Boolean paused;

    @Option(names = "--sync-frequency", paramLabel = "M", description = "Minutes between two syncs.")
    private @Nullable Integer syncFrequency;

    ConnectionSettings read(@Nullable PackageId packageId) {
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPythonVersion(pythonVersion)
                .withPaused(paused)
                .withSyncFrequency(syncFrequency)
                .withSecrets(configuration == null ? null : new ConfigurationFile(configuration).read());
        return packageId == null ? asked : asked.withPackage(packageId);
    }

    boolean hasConfiguration() {
        return configuration != null;
    }
}
