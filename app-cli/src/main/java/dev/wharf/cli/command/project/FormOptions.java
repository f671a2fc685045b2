package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.FileArchiveSource;
import dev.wharf.filesystem.FormPackager;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.port.ArchiveSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a connector's configuration form comes from. */
final class FormOptions {
    private static final String FROM = "--form-from";
    private static final String FILE = "--configuration-form";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description =
                    "The file to package as configuration_form.pb. Default: the project's own, else an" + " empty one.")
    private @Nullable Path file;

    @Option(
            names = FROM,
            paramLabel = "COMMAND",
            description = "Run the vendor's packager, such as 'fivetran package', in a copy of the project, and package"
                    + " the configuration form that it creates. It runs the connector's code.")
    private @Nullable String command;

    private @Nullable ArchiveSource made;

    /** The names of these options that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (command != null) {
            given.add(FROM);
        }
        if (file != null) {
            given.add(FILE);
        }
        return given;
    }

    /** Has the form made, if that is asked for and was not done yet. */
    void make(Supplier<ConnectorProject> project, Console console) {
        if (command == null || made != null) {
            return;
        }
        if (file != null) {
            throw new InvalidRequestException(
                    FROM + " and " + FILE + " both give the configuration" + " form.", "Give one.");
        }
        List<String> words = new ArrayList<>(CommandWords.of(FROM, command));
        words.set(0, program(words.get(0)));
        console.note("Running '" + command + "' in a copy of the project to create its configuration form.");
        byte[] form = new FormPackager(words, LIMIT).make(project.get());
        if (form.length == 0) {
            console.note("The connector has no configuration form. The archive gets an empty one.");
        }
        made = ArchiveSource.of(form);
    }

    /**
     * The form that is asked for.
     *
     * @param otherwise the form's file where no option names it; null if there is none
     */
    @Nullable
    ArchiveSource form(@Nullable Path otherwise) {
        if (made != null) {
            return made;
        }
        Path named = file == null ? otherwise : file;
        if (named == null) {
            return null;
        }
        if (!Files.isRegularFile(named)) {
            throw new InvalidRequestException("There is no configuration form " + named + ".", "Check its path.");
        }
        return FileArchiveSource.of(named);
    }

    /** A path leads from where the user is, and not from the copy. */
    private static String program(String word) {
        return word.contains("/") ? Path.of(word).toAbsolutePath().toString() : word;
    }
}
