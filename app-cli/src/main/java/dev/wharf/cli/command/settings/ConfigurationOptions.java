package dev.wharf.cli.command.settings;

import dev.wharf.cli.command.HomePath;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Secret;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which configuration a connection is to have. */
final class ConfigurationOptions {
    private static final String VARIABLE = "FIVETRAN_CONFIGURATION";

    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description = "A JSON file that replaces the connection's configuration (or FIVETRAN_CONFIGURATION)."
                    + " $${NAME} in a value stands for an environment variable. Default: no file, not"
                    + " even configuration.json.")
    private @Nullable Path configuration;

    @Option(
            names = "--allow-empty",
            paramLabel = "KEY",
            description = "A configuration key whose value may be empty. May be repeated.")
    private List<String> mayBeEmpty = new ArrayList<>();

    boolean isGiven() {
        return configuration != null;
    }

    /** Takes the file from the environment where the option is silent. */
    void lookAt(Surroundings surroundings) {
        String given = surroundings.variable(VARIABLE);
        if (configuration == null && given != null) {
            try {
                configuration = Path.of(given);
            } catch (InvalidPathException e) {
                throw new InvalidRequestException(VARIABLE + " is not a valid path.");
            }
        }
    }

    /**
     * Reads the file, if one is named.
     *
     * @param project where the file may be that was meant; null if nowhere
     */
    @Nullable
    List<Secret> read(Invocation invocation, @Nullable Path project) {
        if (configuration == null) {
            checkAllowed(List.of());
            return null;
        }
        Path file = HomePath.expanded(configuration, invocation.surroundings().home());
        if (project != null && !Files.exists(file) && !file.isAbsolute() && Files.exists(project.resolve(file))) {
            throw new InvalidRequestException(
                    "There is no configuration file " + file + " in the current directory.",
                    "To use the project's, add --configuration" + " " + project.resolve(file) + ".");
        }
        ConfigurationValues values =
                new ConfigurationValues(invocation.surroundings(), Set.copyOf(mayBeEmpty), invocation.console()::warn);
        List<Secret> secrets = new ConfigurationFile(file, values).read();
        checkAllowed(secrets);
        return secrets;
    }

    /** A key that is not there is a slip, and the one that was meant is not allowed. */
    private void checkAllowed(List<Secret> secrets) {
        for (String key : mayBeEmpty) {
            if (secrets.stream().noneMatch(secret -> secret.key().equals(key))) {
                throw new InvalidRequestException(
                        "--allow-empty names '" + key + "', which is not a key of the configuration sent.",
                        "Leave it out.");
            }
        }
    }
}
