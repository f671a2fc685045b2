package dev.wharf.cli.command;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.PackageId;
import dev.wharf.model.SchemaNaming;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What may be asked for of a connection. What is not asked for stays as it is. The environment variables are those of the vendor's own
 * command.
 */
final class SettingsOptions {
    @Mixin
    private final ConfigurationOptions configured = new ConfigurationOptions();

    @Option(
            names = {"--python-version", "--python"},
            paramLabel = "V",
            description = "The Python to run under, such as 3.13 (or FIVETRAN_PYTHON_VERSION).")
    private @Nullable String pythonVersion;

    @Option(names = "--paused", negatable = true, description = "Whether the connection rests.")
    private @Nullable Boolean paused;

    @Option(
            names = "--sync-frequency",
            paramLabel = "M",
            description = "Minutes between two syncs: 1, 5, 15, 30, 60, 120, 180, 360, 480, 720 or 1440.")
    private @Nullable Integer syncFrequency;

    @Option(
            names = "--daily-sync-time",
            paramLabel = "HH:MM",
            description = "When the daily sync begins; only with --sync-frequency 1440.")
    private @Nullable String dailySyncTime;

    @Option(
            names = "--naming",
            paramLabel = "N",
            description =
                    "How schemas are named in the destination: FIVETRAN or SOURCE (or FIVETRAN_NAMING). Only for a"
                            + " new connection; it cannot be changed.")
    private @Nullable String naming;

    @Option(
            names = "--hybrid-deployment-agent-id",
            paramLabel = "ID",
            description = "The agent that runs the connection on premises (or FIVETRAN_HD_AGENT_ID).")
    private @Nullable String hybridDeploymentAgentId;

    @Option(
            names = "--networking-method",
            paramLabel = "METHOD",
            description =
                    "How the source is reached, in the API's words: Directly, ProxyAgent, PrivateLink, SshTunnel.")
    private @Nullable String networkingMethod;

    @Option(
            names = {"--proxy-agent-id", "--proxy-id"},
            paramLabel = "ID",
            description = "The proxy agent to go through.")
    private @Nullable String proxyAgentId;

    @Option(
            names = "--proxy-host-config-key",
            paramLabel = "KEY",
            description = "The configuration key that holds the hosts which the proxy agent leads to.")
    private @Nullable String proxyHostKey;

    @Option(names = "--private-link-id", paramLabel = "ID", description = "The private link to go through.")
    private @Nullable String privateLinkId;

    /**
     * What the options, and the environment where they are silent, ask for.
     *
     * @param project where a configuration may be that was meant
     */
    ConnectionSettings readWithEnvironment(Invocation invocation, Path project) {
        Surroundings surroundings = invocation.surroundings();
        configured.lookAt(surroundings);
        pythonVersion = pythonVersion == null ? surroundings.variable("FIVETRAN_PYTHON_VERSION") : pythonVersion;
        naming = naming == null ? surroundings.variable("FIVETRAN_NAMING") : naming;
        hybridDeploymentAgentId = hybridDeploymentAgentId == null
                ? surroundings.variable("FIVETRAN_HD_AGENT_ID")
                : hybridDeploymentAgentId;
        return read(null, invocation, project);
    }

    /** What the options ask for. */
    ConnectionSettings read(@Nullable PackageId packageId, Invocation invocation) {
        return read(packageId, invocation, null);
    }

    private ConnectionSettings read(@Nullable PackageId packageId, Invocation invocation, @Nullable Path project) {
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPythonVersion(SettingValues.pythonVersion(pythonVersion))
                .withPaused(paused)
                .withSyncFrequency(SettingValues.syncFrequency(syncFrequency))
                .withSchedule(SettingValues.schedule(dailySyncTime, syncFrequency))
                .withNaming(naming())
                .withNetworking(SettingValues.networking(
                        networkingMethod, proxyAgentId, privateLinkId, hybridDeploymentAgentId, proxyHostKey))
                .withSecrets(configured.read(invocation, project));
        SettingValues.checkHostKey(proxyHostKey, asked.secrets());
        return packageId == null ? asked : asked.withPackage(packageId);
    }

    /** Whether it was said that the connection rests, or that it does not. */
    boolean saysWhetherItRests() {
        return paused != null;
    }

    boolean hasConfiguration() {
        return configured.isGiven();
    }

    private @Nullable SchemaNaming naming() {
        if (naming == null) {
            return null;
        }
        try {
            return SchemaNaming.valueOf(naming.toUpperCase(Locale.ROOT).replaceFirst("_NAMING$", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("--naming (FIVETRAN_NAMING) must be FIVETRAN or SOURCE.");
        }
    }
}
