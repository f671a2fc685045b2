package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ProjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What goes into a project's archive and what does not.
 *
 * @param files what goes in, sorted by the bytes of their paths
 * @param excluded what does not, and why, sorted likewise
 */
public record Selection(List<ProjectFile> files, List<Exclusion> excluded) {
    /** The order of paths: that of their bytes in UTF-8, which depends on no locale. */
    public static final Comparator<String> BY_BYTES = ProjectWalk.BY_BYTES;

    /**
     * Copies both lists.
     *
     * @param files what goes in, sorted by the bytes of their paths
     * @param excluded what does not, and why, sorted likewise
     */
    public Selection {
        files = List.copyOf(files);
        excluded = List.copyOf(excluded);
    }

    /**
     * Goes through a project's tree and decides about every path by the vendor's rules.
     *
     * @param tree the project
     * @return what goes in and what does not
     * @throws InvalidProjectException if an ignore file cannot be read
     */
    public static Selection of(ProjectTree tree) {
        return new ProjectWalk(tree).select();
    }

    /**
     * Whether a file goes in.
     *
     * @param path the file's path, relative to the project
     * @return whether it does
     */
    public boolean contains(String path) {
        return files.stream().anyMatch(f -> f.path().equals(path));
    }

    /**
     * The same selection with one more file, or with another one in its place.
     *
     * @param file the file
     * @return the selection
     */
    public Selection with(ProjectFile file) {
        List<ProjectFile> all = new ArrayList<>(files);
        all.removeIf(f -> f.path().equals(file.path()));
        all.add(file);
        all.sort(Comparator.comparing(ProjectFile::path, BY_BYTES));
        return new Selection(all, excluded);
    }
}
