package dev.wharf.cli.command.settings;

import dev.wharf.cli.command.HomePath;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InvalidRequestException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which options file of the vendor's is read, if any: what lies around is never used by itself. */
public final class OptionsFileOptions {
    private static final String VARIABLE = "FIVETRAN_OPTIONS_FILE";
    private static final String NAME = "options.toml";

    @Option(
            names = "--options-file",
            paramLabel = "FILE",
            description = "An options file of the vendor's 'fivetran deploy' (or FIVETRAN_OPTIONS_FILE). Options and"
                    + " variables take precedence over it.")
    private @Nullable Path file;

    @Option(
            names = "--options-profile",
            paramLabel = "NAME",
            description = "The profile of the options file. Default: default.")
    private @Nullable String profile;

    /** Reads the profile that is asked for. */
    public OptionsProfile read(Invocation invocation) {
        Surroundings surroundings = invocation.surroundings();
        if (profile != null && profile.isBlank()) {
            throw new InvalidRequestException("--options-profile is empty.", "Give it a name, or leave it out.");
        }
        Path named = named(surroundings);
        if (named == null) {
            return none(invocation);
        }
        OptionsFile options = OptionsFile.read(named);
        String name = profile == null ? OptionsFile.DEFAULT : profile;
        if (name.equals(OptionsFile.DEFAULT) && !options.has(name)) {
            invocation
                    .console()
                    .warn("The options file is not used, because it has no profile"
                            + " '" + name + "': " + named + ". It has " + options.names() + ". Choose one with"
                            + " --options-profile.");
            return OptionsProfile.NONE;
        }
        OptionsProfile read = options.profile(name);
        for (String key : read.unknown()) {
            invocation
                    .console()
                    .warn("'" + key + "' in " + read.place() + " is not used. The vendor's client has no such option.");
        }
        return read;
    }

    /** A file of the vendor's that the vendor's own client would read here. */
    static Optional<Path> lyingAround(Path directory, Path home) {
        return Stream.of(
                        directory.resolve(NAME),
                        home.resolve(".fivetran").resolve("connector_sdk").resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private OptionsProfile none(Invocation invocation) {
        Optional<Path> around =
                lyingAround(Path.of(""), invocation.surroundings().home());
        if (profile != null) {
            throw new InvalidRequestException(
                    "--options-profile names '" + profile + "', but there is no options" + " file.",
                    "Add --options-file " + around.map(Path::toString).orElse("FILE") + ".");
        }
        around.ifPresent(found -> invocation
                .console()
                .note("The options file is not used: " + found + ". To use it, add --options-file" + " " + found
                        + ". For a profile other than default, add --options-profile NAME."));
        return OptionsProfile.NONE;
    }

    private @Nullable Path named(Surroundings surroundings) {
        String variable = surroundings.variable(VARIABLE);
        Path given = file;
        if (given == null && variable != null) {
            try {
                given = Path.of(variable);
            } catch (InvalidPathException e) {
                throw new InvalidRequestException(VARIABLE + " is not a valid path.");
            }
        }
        if (given == null) {
            return null;
        }
        Path found = HomePath.expanded(given, surroundings.home());
        if (!Files.isRegularFile(found)) {
            throw new InvalidRequestException(
                    "There is no options file" + " " + found + " (" + (file == null ? VARIABLE : "--options-file")
                            + ").",
                    "Check its path.");
        }
        return found;
    }
}
