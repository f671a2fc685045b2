package dev.wharf.cli.command;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.SchemaNaming;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What may be asked for of a connection. What is not asked for stays as it is. The environment variables are those of the vendor's own
 * command.
 */
final class SettingsOptions {
    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description = "A JSON object of strings, which replaces the connection's configuration. A value that is"
                    + " $${NAME} is taken from the environment. Without this option (or FIVETRAN_CONFIGURATION) no file is"
                    + " used, not even a configuration.json.")
    private @Nullable Path configuration;

    @Option(
            names = {"--python-version", "--python"},
            paramLabel = "V",
            description = "The Python to run under, such as 3.13 (or FIVETRAN_PYTHON_VERSION).")
    private @Nullable String pythonVersion;

    @Option(names = "--paused", negatable = true, description = "Whether the connection rests.")
    private @Nullable Boolean paused;

    @Option(names = "--sync-frequency", paramLabel = "M", description = "Minutes between two syncs.")
    private @Nullable Integer syncFrequency;

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

    @Option(names = "--private-link-id", paramLabel = "ID", description = "The private link to go through.")
    private @Nullable String privateLinkId;

    /** What the options, and the environment where they are silent, ask for. */
    ConnectionSettings readWithEnvironment(Surroundings surroundings) {
        if (configuration == null) {
            configuration = path(surroundings.variable("FIVETRAN_CONFIGURATION"));
        }
        pythonVersion = pythonVersion == null ? surroundings.variable("FIVETRAN_PYTHON_VERSION") : pythonVersion;
        naming = naming == null ? surroundings.variable("FIVETRAN_NAMING") : naming;
        hybridDeploymentAgentId = hybridDeploymentAgentId == null
                ? surroundings.variable("FIVETRAN_HD_AGENT_ID")
                : hybridDeploymentAgentId;
        return read(null, surroundings);
    }

    /** What the options ask for. */
    ConnectionSettings read(@Nullable PackageId packageId, Surroundings surroundings) {
        String method = networkingMethod == null && proxyAgentId != null ? "ProxyAgent" : networkingMethod;
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPythonVersion(pythonVersion)
                .withPaused(paused)
                .withSyncFrequency(syncFrequency)
                .withNaming(naming())
                .withNetworking(new Networking(method, proxyAgentId, privateLinkId, hybridDeploymentAgentId))
                .withSecrets(configuration == null ? null : new ConfigurationFile(configuration, surroundings).read());
        return packageId == null ? asked : asked.withPackage(packageId);
    }

    boolean hasConfiguration() {
        return configuration != null;
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

    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidRequestException("FIVETRAN_CONFIGURATION cannot be a path.");
        }
    }
}
