package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.ProjectCheck;
import dev.wharf.packaging.check.Severity;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final boolean hasOwnForm;
    private final List<Finding> findings;

    private ConnectorProject(ProjectTree tree, Selection selection, boolean hasOwnForm) {
        this.tree = tree;
        this.selection = selection;
        this.paths = selection.files().stream().map(ProjectFile::path).collect(Collectors.toUnmodifiableSet());
        this.hasOwnForm = hasOwnForm;
        this.findings = ProjectCheck.check(tree, selection);
    }

    /**
     * Reads a project's tree, decides about every path and checks what goes in. Runs none of its code.
     *
     * @param tree the project
     * @return the project; its findings say whether an archive can be made
     * @throws InvalidProjectException if it has an ignore file that cannot be read, a file whose name no archive may hold, or
     *     more files than an archive can have
     */
    public static ConnectorProject read(ProjectTree tree) {
        Selection found = Selection.of(tree);
        boolean hasOwnForm = found.contains(FORM);
        Selection selection = hasOwnForm ? found : found.with(new ProjectFile(FORM, 0, false));
        int max = ArchiveLimits.DEFAULT.maxEntries();
        if (selection.files().size() > max) {
            throw new InvalidProjectException(
                    "The project has " + selection.files().size() + " files to package; at most " + max
                            + " are possible: list what the connector does not need in .gitignore.",
                    null);
        }
        selection.files().forEach(ConnectorProject::checkName);
        return new ConnectorProject(tree, selection, hasOwnForm);
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
            throw new NoSuchFileException(path);
        }
        return openFile(path);
    }

    /**
     * What is wrong with the project.
     *
     * @return errors and warnings, errors first
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The archive: a re-openable source that makes its bytes while they are read. Reading fails if a file changes meanwhile.
     *
     * @return the archive
     * @throws InvalidProjectException if there are findings that are errors
     */
    public ArchiveSource archive() {
        checkFindings();
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() {
                return new ArchiveStream(selection.files(), ConnectorProject.this::openFile);
            }
        };
    }

    private void checkFindings() {
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            String more = errors.size() == 1 ? "" : " (" + (errors.size() - 1) + " more)";
            throw new InvalidProjectException(errors.get(0) + more, null);
        }
    }

    private InputStream openFile(String path) throws IOException {
        return path.equals(FORM) && !hasOwnForm ? InputStream.nullInputStream() : tree.open(path);
    }

    private static void checkName(ProjectFile file) {
        if (file.path().getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidProjectException("A path in the project is too long for an archive.", null);
        }
        try {
            EntryNames.check(file.path());
        } catch (InvalidArchiveException e) {
            throw new InvalidProjectException(
                    "The file " + Refusal.shown(file.path())
                            + " has a name that no archive may hold: rename it, or list it in .gitignore.",
                    e);
        }
    }
}
