package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.packaging.text.Text;
import dev.wharf.port.ProjectTree;
import dev.wharf.port.VersionControl;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project, as its checks see it.
 *
 * @param tree the project; every file of the selection can be opened in it
 * @param selection what of it goes into the archive
 * @param allowedSecrets the paths, or patterns of paths, of files that may hold secrets
 * @param archiveBytes the archive's size in bytes
 * @param maxArchiveBytes the size in bytes that it may have
 * @param versionControl what is asked about the project's files; null to ask nobody
 * @param pythonVersion the Python it is to run under, such as {@code 3.13}; null if that is not known
 */
public record CheckedProject(
        ProjectTree tree,
        Selection selection,
        Set<String> allowedSecrets,
        long archiveBytes,
        long maxArchiveBytes,
        @Nullable VersionControl versionControl,
        @Nullable String pythonVersion) {
    /** Code and settings are small; what is larger is looked at for secrets only. */
    static final int MAX_TEXT_BYTES = 8 * 1024 * 1024;

    /**
     * Copies the set.
     *
     * @param tree the project; every file of the selection can be opened in it
     * @param selection what of it goes into the archive
     * @param allowedSecrets the paths, or patterns of paths, of files that may hold secrets
     * @param archiveBytes the archive's size in bytes
     * @param maxArchiveBytes the size in bytes that it may have
     * @param versionControl what is asked about the project's files; null to ask nobody
     * @param pythonVersion the Python it is to run under, such as {@code 3.13}; null if that is not known
     */
    public CheckedProject {
        allowedSecrets = Set.copyOf(allowedSecrets);
    }

    /**
     * A project that nobody can be asked about.
     *
     * @param tree the project; every file of the selection can be opened in it
     * @param selection what of it goes into the archive
     * @param allowedSecrets the paths, or patterns of paths, of files that may hold secrets
     * @param archiveBytes the archive's size in bytes
     * @param maxArchiveBytes the size in bytes that it may have
     */
    public CheckedProject(
            ProjectTree tree,
            Selection selection,
            Set<String> allowedSecrets,
            long archiveBytes,
            long maxArchiveBytes) {
        this(tree, selection, allowedSecrets, archiveBytes, maxArchiveBytes, null, null);
    }

    Optional<ProjectFile> packaged(String path) {
        return selection.files().stream().filter(f -> f.path().equals(path)).findFirst();
    }

    boolean hasRootFile(String name) {
        return tree.list("").stream().anyMatch(e -> e.isFile() && e.name().equals(name));
    }

    boolean hasRootDirectory(String name) {
        return tree.list("").stream().anyMatch(e -> e.isDirectory() && e.name().equals(name));
    }

    /** What version control records of the project's files, where somebody can be asked. */
    Optional<Map<String, VersionControl.Recorded>> recorded() {
        VersionControl known = versionControl;
        return known == null ? Optional.empty() : known.recorded();
    }

    /** A file's text; null if it is too large or cannot be read, which the search for secrets reports. */
    @Nullable
    Text text(String path) {
        try {
            return Text.read(tree, path, MAX_TEXT_BYTES);
        } catch (IOException e) {
            return null;
        }
    }
}
