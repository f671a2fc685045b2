package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A connector's directory, read once: what goes into its archive, and the archive. The archive's bytes depend on nothing but
 * the names, bytes and owner's execute bits of the files that go in, so one tree has one SHA-256 everywhere.
 */
public final class ConnectorProject {
    /** The file every archive has at its root; empty unless the project has one of its own. */
    static final String FORM = "configuration_form.pb";

    private static final String DRIVERS = "drivers";
    private static final String DRIVERS_INSTALLATION = "installation.sh";
    private static final int MAX_NAME_BYTES = 65_535;

    private final ProjectTree tree;
    private final Selection selection;
    private final boolean hasOwnForm;

    private ConnectorProject(ProjectTree tree, Selection selection, boolean hasOwnForm) {
        this.tree = tree;
        this.selection = selection;
        this.hasOwnForm = hasOwnForm;
    }

    /**
     * Reads a project's tree and decides about every path. Runs none of its code.
     *
     * @param tree the project
     * @return the project, ready to be packaged
     * @throws InvalidProjectException if it has no {@code connector.py} at its root, a {@code drivers} directory without
     *     {@code installation.sh}, an ignore file that cannot be read, a file whose name no archive may hold, or more
     *     files than an archive can have
     */
    public static ConnectorProject read(ProjectTree tree) {
        checkRoot(tree);
        Selection found = new ProjectWalk(tree).select();
        boolean hasOwnForm = found.files().stream().anyMatch(f -> f.path().equals(FORM));
        Selection selection = hasOwnForm ? found : withForm(found);
        if (selection.files().stream().noneMatch(f -> f.path().equals(ConnectorArchive.CONNECTOR))) {
            throw new InvalidProjectException(
                    "connector.py is ignored by a .gitignore pattern: remove that pattern; --explain names it.", null);
        }
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

    /**
     * The archive: a re-openable source that makes its bytes while they are read. Reading fails if a file changes meanwhile.
     *
     * @return the archive
     */
    public ArchiveSource archive() {
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

    private InputStream openFile(String path) throws IOException {
        return path.equals(FORM) && !hasOwnForm ? InputStream.nullInputStream() : tree.open(path);
    }

    private static void checkRoot(ProjectTree tree) {
        List<ProjectTree.Entry> root = tree.list("");
        if (root.stream().noneMatch(e -> !e.isDirectory() && e.name().equals(ConnectorArchive.CONNECTOR))) {
            throw new InvalidProjectException(
                    "There is no connector.py in this directory: give the directory that holds it (lower case).", null);
        }
        boolean drivers =
                root.stream().anyMatch(e -> e.isDirectory() && e.name().equals(DRIVERS));
        if (drivers && tree.list(DRIVERS).stream().noneMatch(e -> e.name().equals(DRIVERS_INSTALLATION))) {
            throw new InvalidProjectException(
                    "The directory drivers has no installation.sh: add it, or remove the directory.", null);
        }
    }

    private static Selection withForm(Selection selection) {
        List<ProjectFile> files = new ArrayList<>(selection.files());
        files.add(new ProjectFile(FORM, 0, false));
        files.sort(Comparator.comparing(ProjectFile::path, ProjectWalk.BY_BYTES));
        return new Selection(files, selection.excluded());
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
