package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.check.CheckedProject;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.ProjectCheck;
import dev.wharf.packaging.check.Rule;
import dev.wharf.packaging.check.Severity;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connector's directory: what goes into its archive, what is wrong with it, and the archive. The archive's bytes depend on
 * nothing but the names, bytes and owner's execute bits of the files that go in, so one tree has one SHA-256 everywhere.
 */
public final class ConnectorProject implements PackagedFiles {
    /** The file every archive has at its root; empty unless the project has one of its own. */
    static final String FORM = "configuration_form.pb";

    private static final int MAX_NAME_BYTES = 65_535;

    private final ProjectTree tree;
    private final Selection selection;
    private final Set<String> paths;
    private final PackagingOptions options;
    private final ProjectState state;
    private @Nullable List<Finding> findings;

    private ConnectorProject(ProjectTree tree, Selection selection, PackagingOptions options, ProjectState state) {
        this.tree = tree;
        this.selection = selection;
        this.paths = selection.files().stream().map(ProjectFile::path).collect(Collectors.toUnmodifiableSet());
        this.options = options;
        this.state = state;
    }

    /**
     * Reads a project's tree and decides about every path. Runs none of its code.
     *
     * @param tree the project
     * @return the project; its findings say whether an archive can be made
     * @throws InvalidProjectException if it has an ignore file that cannot be read, a file whose name no archive may hold, or
     *     more files than an archive can have; or if it is larger than a walk may be
     */
    public static ConnectorProject read(ProjectTree tree) {
        return read(tree, PackagingOptions.NONE);
    }

    /**
     * Reads a project's tree and decides about every path. Runs none of its code.
     *
     * @param tree the project
     * @param options what the project cannot say by itself
     * @return the project; its findings say whether an archive can be made
     * @throws InvalidProjectException if it has an ignore file that cannot be read, a file whose name no archive may hold, or
     *     more files than an archive can have; if it is larger than the options let a walk be; if the configuration form of
     *     the options cannot be read; or if recorded execute bits are asked for and nobody can tell them
     */
    public static ConnectorProject read(ProjectTree tree, PackagingOptions options) {
        Selection found = Selection.of(tree, options.walk());
        ProjectState state = ProjectState.of(tree, options.walk(), found);
        if (options.executeBits() == PackagingOptions.ExecuteBits.RECORDED) {
            found = RecordedBits.apply(found, options.versionControl());
        }
        ArchiveSource form = options.configurationForm();
        if (form == null && !found.contains(FORM)) {
            form = ArchiveSource.of(new byte[0]);
        }
        Selection selection = form == null ? found : found.with(new ProjectFile(FORM, sizeOf(form), false));
        int max = ArchiveLimits.DEFAULT.maxEntries();
        if (selection.files().size() > max) {
            throw new InvalidProjectException(
                    "The project has " + selection.files().size() + " files to package. At most " + max
                            + " are possible.",
                    "List files in .gitignore that the connector does not need.",
                    null);
        }
        selection.files().forEach(ConnectorProject::checkName);
        return new ConnectorProject(form == null ? tree : new TreeWithForm(tree, form), selection, options, state);
    }

    /**
     * The project's name: that of its directory.
     *
     * @return the name
     */
    public String name() {
        return tree.name();
    }

    /**
     * What goes in and what does not.
     *
     * @return the selection
     */
    public Selection selection() {
        return selection;
    }

    @Override
    public List<ProjectFile> files() {
        return selection.files();
    }

    @Override
    public InputStream open(String path) throws IOException {
        if (!paths.contains(path)) {
            throw new IOException("no such file in the package: " + Refusal.shown(path));
        }
        return tree.open(path);
    }

    /**
     * What is wrong with the project. Reads what goes in, the first time it is asked; safe to be asked by several threads.
     *
     * @return errors and warnings: errors first, then by path and line
     * @throws InvalidProjectException if a path of the options' allowed secrets makes no sense
     */
    public synchronized List<Finding> findings() {
        List<Finding> known = findings;
        if (known == null) {
            known = ProjectCheck.check(new CheckedProject(
                    tree,
                    selection,
                    options.allowedSecrets(),
                    archiveBytes(),
                    ArchiveLimits.DEFAULT.maxBytes(),
                    options.versionControl(),
                    options.pythonVersion()));
            if (options.configurationForm() != null) {
                // Whoever gives a form says what it is, also that there is none.
                known = known.stream()
                        .filter(f -> f.rule() != Rule.CONFIGURATION_FORM)
                        .toList();
            }
            findings = known;
        }
        return known;
    }

    /**
     * How large the archive is, or would be.
     *
     * @return its size in bytes
     */
    public long archiveBytes() {
        return ArchiveStream.size(selection.files());
    }

    /**
     * The archive: a re-openable source that makes its bytes while they are read. Its size is known; reading fails if a file
     * has changed, vanished or appeared since the project was read, with a {@link ProjectChangedException} that names it.
     *
     * @return the archive
     * @throws InvalidProjectException if there are findings that are errors
     */
    public ArchiveSource archive() {
        checkFindings();
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(archiveBytes());
            }

            @Override
            public InputStream open() {
                return new CheckedAtEnd(new ArchiveStream(selection.files(), tree::open), archiveBytes(), state);
            }
        };
    }

    private void checkFindings() {
        List<Finding> errors =
                findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            String more = errors.size() == 1 ? "" : " (" + (errors.size() - 1) + " more)";
            throw new InvalidProjectException(errors.get(0) + more, null);
        }
    }

    private static long sizeOf(ArchiveSource form) {
        if (form.size().isPresent()) {
            return form.size().getAsLong();
        }
        try (InputStream in = form.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new InvalidProjectException(
                    "The configuration form cannot be read.", "Check the file and its permissions.", e);
        }
    }

    private static void checkName(ProjectFile file) {
        if (file.path().getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidProjectException("A path in the project is too long for an archive.", null);
        }
        try {
            EntryNames.check(file.path());
        } catch (InvalidArchiveException e) {
            throw new InvalidProjectException(
                    "The file " + Refusal.shown(file.path()) + " has a name that is not allowed in an archive.",
                    "Rename it, or list it in .gitignore.",
                    e);
        }
    }
}
