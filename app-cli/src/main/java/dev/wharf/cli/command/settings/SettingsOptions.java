package dev.wharf.cli.command.settings;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What may be asked for of a connection. What is not asked for stays as it is. The environment variables are those of the vendor's own
 * command.
 */
public final class SettingsOptions {
    @Mixin
    private final ConfigurationOptions configured = new ConfigurationOptions();

    @Option(
            names = {"--python-version", "--python"},
            paramLabel = "V",
            description = "The connection's Python version, such as 3.13 (or FIVETRAN_PYTHON_VERSION).")
    private @Nullable String pythonVersion;

    @Option(names = "--paused", negatable = true, description = "Pause the connection, or unpause it.")
    private @Nullable Boolean paused;

    @Option(
            names = "--sync-frequency",
            paramLabel = "M",
            description = "Minutes between two syncs: 1, 5, 15, 30, 60, 120, 180, 360, 480, 720 or 1440.")
    private @Nullable Integer syncFrequency;

    @Option(
            names = "--daily-sync-time",
            paramLabel = "HH:MM",
            description = "When the daily sync begins, such as 03:00. Only with --sync-frequency 1440.")
    private @Nullable String dailySyncTime;

    @Option(
            names = "--naming",
            paramLabel = "N",
            description = "How schemas are named in the destination: FIVETRAN or SOURCE (or FIVETRAN_NAMING). Only for"
                    + " a new connection. It cannot change later.")
    private @Nullable String naming;

    @Option(
            names = "--hybrid-deployment-agent-id",
            paramLabel = "ID",
            description = "The agent that runs the connection on premises (or FIVETRAN_HD_AGENT_ID).")
    private @Nullable String hybridDeploymentAgentId;

    @Option(
            names = "--networking-method",
            paramLabel = "METHOD",
            description = "How the source is reached: Directly, ProxyAgent, PrivateLink or SshTunnel.")
    private @Nullable String networkingMethod;

    @Option(
            names = {"--proxy-agent-id", "--proxy-id"},
            paramLabel = "ID",
            description = "The proxy agent to go through.")
    private @Nullable String proxyAgentId;

    @Option(
            names = "--proxy-host-config-key",
            paramLabel = "KEY",
            description = "The configuration key that holds the hosts behind the proxy agent.")
    private @Nullable String proxyHostKey;

    @Option(names = "--private-link-id", paramLabel = "ID", description = "The private link to go through.")
    private @Nullable String privateLinkId;

    /**
     * What the options ask for, the environment where they are silent, and an options file where both are.
     *
     * @param project where a configuration may be that was meant
     * @param profile what the options file asks for
     */
    public ConnectionSettings readWithEnvironment(Invocation invocation, Path project, OptionsProfile profile) {
        Surroundings surroundings = invocation.surroundings();
        configured.lookAt(surroundings);
        OptionsProfile used = profile;
        if (networkingMethod != null && !networkingMethod.equalsIgnoreCase(Networking.PROXY_AGENT)) {
            used = profile.withoutProxy();
        }
        pythonVersion =
                first(pythonVersion, "FIVETRAN_PYTHON_VERSION", surroundings, used, OptionsField.PYTHON_VERSION);
        naming = first(naming, "FIVETRAN_NAMING", surroundings, used, OptionsField.NAMING);
        hybridDeploymentAgentId = first(
                hybridDeploymentAgentId,
                "FIVETRAN_HD_AGENT_ID",
                surroundings,
                used,
                OptionsField.HYBRID_DEPLOYMENT_AGENT_ID);
        proxyAgentId = proxyAgentId == null ? used.value(OptionsField.PROXY_ID) : proxyAgentId;
        proxyHostKey = proxyHostKey == null ? used.value(OptionsField.PROXY_HOST_CONFIG_KEY) : proxyHostKey;
        if (!used.values().isEmpty()) {
            invocation.console().note("Settings from " + used.place() + ": " + used.names() + ".");
        }
        return read(null, invocation, project);
    }

    private static @Nullable String first(
            @Nullable String option,
            String variable,
            Surroundings surroundings,
            OptionsProfile profile,
            OptionsField field) {
        String given = option == null ? surroundings.variable(variable) : option;
        return given == null ? profile.value(field) : given;
    }

    /** What the options ask for. */
    public ConnectionSettings read(@Nullable PackageId packageId, Invocation invocation) {
        return read(packageId, invocation, null);
    }

    private ConnectionSettings read(@Nullable PackageId packageId, Invocation invocation, @Nullable Path project) {
        List<Secret> secrets = configured.read(invocation, project);
        Networking networking = SettingValues.networking(
                networkingMethod,
                proxyAgentId,
                privateLinkId,
                hybridDeploymentAgentId,
                secrets == null ? proxyHostKey : hostKey(secrets, invocation));
        SettingValues.checkHostKey(proxyHostKey, secrets);
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPythonVersion(
                        SettingValues.pythonVersion("--python-version (FIVETRAN_PYTHON_VERSION)", pythonVersion))
                .withPaused(paused)
                .withSyncFrequency(SettingValues.syncFrequency(syncFrequency))
                .withSchedule(SettingValues.schedule(dailySyncTime, syncFrequency))
                .withNaming(SettingValues.naming("--naming (FIVETRAN_NAMING)", naming))
                .withNetworking(networking)
                .withSecrets(secrets);
        return packageId == null ? asked : asked.withPackage(packageId);
    }

    /** A proxy agent without a key leads nowhere: the vendor's client takes the usual one, and says no word of it. */
    private @Nullable String hostKey(List<Secret> secrets, Invocation invocation) {
        if (proxyAgentId == null || proxyHostKey != null) {
            return proxyHostKey;
        }
        Optional<String> usual = SettingValues.usualHostKey(secrets);
        if (usual.isPresent()) {
            invocation
                    .console()
                    .note("The proxy agent's hosts come from the configuration key" + " '" + usual.get()
                            + "'. To use another key, add --proxy-host-config-key.");
        } else {
            invocation
                    .console()
                    .warn("No configuration key with the proxy agent's hosts is named. Name it with"
                            + " --proxy-host-config-key.");
        }
        return usual.orElse(null);
    }

    /** Whether it was said that the connection rests, or that it does not. */
    public boolean saysWhetherItRests() {
        return paused != null;
    }

    public boolean hasConfiguration() {
        return configured.isGiven();
    }
}
