package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ProjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes into a project's archive and what does not.
 *
 * @param files what goes in, sorted by the bytes of their paths
 * @param excluded what does not, and why, sorted likewise
 * @param outsideLinks the links among what goes in that lead out of the project, sorted likewise
 * @param directories the directories that were gone through, the project itself aside, sorted likewise; nothing of them need
 *     go in
 */
public record Selection(
        List<ProjectFile> files, List<Exclusion> excluded, List<OutsideLink> outsideLinks, List<String> directories) {
    /** The order of paths: that of their bytes in UTF-8, which depends on no locale. */
    public static final Comparator<String> BY_BYTES = ProjectWalk.BY_BYTES;

    /**
     * Copies the lists.
     *
     * @param files what goes in, sorted by the bytes of their paths
     * @param excluded what does not, and why, sorted likewise
     * @param outsideLinks the links among what goes in that lead out of the project, sorted likewise
     * @param directories the directories that were gone through, the project itself aside, sorted likewise; nothing of them
     *     need go in
     */
    public Selection {
        files = List.copyOf(files);
        excluded = List.copyOf(excluded);
        outsideLinks = List.copyOf(outsideLinks);
        directories = List.copyOf(directories);
    }

    /**
     * A selection of a tree without links, in which every directory holds something that goes in.
     *
     * @param files what goes in, sorted by the bytes of their paths
     * @param excluded what does not, and why, sorted likewise
     */
    public Selection(List<ProjectFile> files, List<Exclusion> excluded) {
        this(files, excluded, List.of(), directoriesOf(files));
    }

    /**
     * Another selection of the same tree.
     *
     * @param others what goes in instead, sorted by the bytes of their paths
     * @return the selection
     */
    public Selection withFiles(List<ProjectFile> others) {
        return new Selection(others, excluded, outsideLinks, directories);
    }

    private static List<String> directoriesOf(List<ProjectFile> files) {
        Set<String> directories = new TreeSet<>(BY_BYTES);
        for (ProjectFile file : files) {
            for (int slash = file.path().lastIndexOf('/');
                    slash > 0;
                    slash = file.path().lastIndexOf('/', slash - 1)) {
                directories.add(file.path().substring(0, slash));
            }
        }
        return List.copyOf(directories);
    }

    /**
     * Goes through a project's tree and decides about every path by the vendor's rules.
     *
     * @param tree the project
     * @return what goes in and what does not
     * @throws InvalidProjectException if an ignore file cannot be read, or the walk goes beyond {@link WalkLimits#DEFAULT}
     */
    public static Selection of(ProjectTree tree) {
        return of(tree, WalkLimits.DEFAULT);
    }

    /**
     * Goes through a project's tree and decides about every path by the vendor's rules.
     *
     * @param tree the project
     * @param limits how far to go at most
     * @return what goes in and what does not
     * @throws InvalidProjectException if an ignore file cannot be read, or the walk goes beyond the limits
     */
    public static Selection of(ProjectTree tree, WalkLimits limits) {
        return new ProjectWalk(tree, limits).select();
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
        return withFiles(all);
    }
}
