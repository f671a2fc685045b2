package dev.wharf.cli.command;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.FileArchiveSource;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.port.ArchiveSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be said of a connector's directory, on the command line or in its {@code wharf.toml}. */
final class ProjectOptions {
    @Option(
            names = "--allow-secret",
            paramLabel = "PATH",
            description =
                    "A file of the project, or a pattern such as tests/*.pem, that may be packaged although it holds"
                            + " what looks like a secret. Repeatable.")
    private List<String> allowedSecrets = new ArrayList<>();

    @Option(
            names = "--configuration-form",
            paramLabel = "FILE",
            description = "What is packaged as configuration_form.pb. Default: the project's own, else an empty one.")
    private @Nullable Path configurationForm;

    /** Joins the options with what the project's own file says; the options' form is the one that is used. */
    PackagingOptions read(Path directory) {
        ProjectSettings settings = ProjectSettings.read(directory);
        Set<String> allowed = new HashSet<>(settings.allowedSecrets());
        allowed.addAll(allowedSecrets);
        Path form = configurationForm == null ? settings.configurationForm() : configurationForm;
        return new PackagingOptions(allowed, form == null ? null : source(form));
    }

    private static ArchiveSource source(Path form) {
        if (!Files.isRegularFile(form)) {
            throw new InvalidRequestException("There is no configuration form " + form + ": check its path.");
        }
        return FileArchiveSource.of(form);
    }
}
