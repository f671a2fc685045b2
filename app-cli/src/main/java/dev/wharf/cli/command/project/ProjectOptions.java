package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.GitWorkTree;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.packaging.selection.WalkLimits;
import dev.wharf.port.ProjectTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What may be said of a connector's directory, on the command line or in its {@code wharf.toml}. */
public final class ProjectOptions {
    @Option(
            names = "--allow-secret",
            paramLabel = "PATH",
            description =
                    "A file of the project, or a pattern such as tests/*.pem, that may hold a secret. May be repeated.")
    private List<String> allowedSecrets = new ArrayList<>();

    @Mixin
    private final FormOptions form = new FormOptions();

    @Option(
            names = "--execute-bits",
            paramLabel = "WHOSE",
            description = "Where execute bits come from: files (this disk) or git (what git records, the same on every"
                    + " machine). Default: files.")
    private ExecuteBits executeBits = ExecuteBits.FILES;

    @Option(
            names = "--max-entries",
            paramLabel = "N",
            description = "The most files and directories of a project, ignored ones included. Default: 200000.")
    private int maxEntries = WalkLimits.DEFAULT.maxEntries();

    @Option(
            names = "--max-walk-time",
            paramLabel = "SECONDS",
            description = "The most seconds to read the project's directories. Default: 120.")
    private long maxWalkSeconds = WalkLimits.DEFAULT.maxTime().toSeconds();

    /** What the connection is to run under, which an option of another kind says. */
    private @Nullable String pythonVersion;

    /** Whose execute bits are packaged. */
    enum ExecuteBits {
        FILES,
        GIT
    }

    /** Has the project checked for whether it can run under a Python; null if none is asked for. */
    public void runUnder(@Nullable String version) {
        pythonVersion = version;
    }

    /** Joins the options with what the project's own file says; the options' form is the one that is used. */
    PackagingOptions read(Path directory) {
        ProjectSettings settings = ProjectSettings.read(directory);
        Set<String> allowed = new HashSet<>(settings.allowedSecrets());
        allowed.addAll(allowedSecrets);
        return new PackagingOptions(allowed, form.form(settings.configurationForm()))
                .walking(limits())
                .runningUnder(pythonVersion)
                .asking(
                        new GitWorkTree(directory),
                        executeBits == ExecuteBits.GIT
                                ? PackagingOptions.ExecuteBits.RECORDED
                                : PackagingOptions.ExecuteBits.OF_FILES);
    }

    /** Has the configuration form made, if that is asked for. */
    void makeForm(ProjectTree tree, Console console) {
        form.make(() -> ConnectorProject.read(tree, PackagingOptions.NONE.walking(limits())), console);
    }

    /** Refuses what makes no sense for an archive that is there already. */
    void checkFor(Path path) {
        if (Files.isRegularFile(path)) {
            refuse("a connector's directory, and " + path + " is an archive");
        }
    }

    /**
     * Refuses the options that were given where nothing is built, so that none of them is passed over in silence.
     *
     * @param purpose what they are for
     */
    public void refuse(String purpose) {
        List<String> given = new ArrayList<>(form.given());
        if (!allowedSecrets.isEmpty()) {
            given.add("--allow-secret");
        }
        if (executeBits != ExecuteBits.FILES) {
            given.add("--execute-bits");
        }
        if (!limits().equals(WalkLimits.DEFAULT)) {
            given.add("--max-entries or --max-walk-time");
        }
        if (!given.isEmpty()) {
            throw new InvalidRequestException(
                    String.join(", ", given) + (given.size() == 1 ? " is for " : " are for ") + purpose + ".",
                    "Leave out what" + " does not apply.");
        }
    }

    private WalkLimits limits() {
        return new WalkLimits(maxEntries, WalkLimits.DEFAULT.maxDepth(), Duration.ofSeconds(maxWalkSeconds));
    }
}
