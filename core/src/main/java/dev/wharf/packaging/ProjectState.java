package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.packaging.selection.WalkLimits;
import dev.wharf.port.ProjectTree;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a project's files were like when it was read. An archive of some files as they were before a change and of others as
 * they were after it is one of a project that never was.
 */
final class ProjectState {
    private static final String WHILE = " while it was being packaged";
    /** What we ourselves write while others read the same directory. */
    private static final String OWN_PART = ".wharf-";

    private final ProjectTree tree;
    private final WalkLimits limits;
    private final Map<String, ProjectFile> files;
    private final Map<String, String> stamps;

    private ProjectState(ProjectTree tree, WalkLimits limits, Map<String, ProjectFile> files) {
        this.tree = tree;
        this.limits = limits;
        this.files = files;
        this.stamps = files.keySet().stream().collect(Collectors.toMap(path -> path, tree::stamp));
    }

    /** The state of a tree now, as far as a selection of it goes in. */
    static ProjectState of(ProjectTree tree, WalkLimits limits, Selection selection) {
        return new ProjectState(tree, limits, byPath(selection));
    }

    /**
     * Compares with what the tree is like now.
     *
     * @throws ProjectChangedException naming the first file that is not as it was
     */
    void checkUnchanged() throws ProjectChangedException {
        Map<String, ProjectFile> now = byPath(Selection.of(tree, limits));
        for (ProjectFile file : files.values()) {
            ProjectFile found = now.remove(file.path());
            if (found == null) {
                throw new ProjectChangedException(file.path() + " vanished" + WHILE);
            }
            if (!found.equals(file) || !tree.stamp(file.path()).equals(stamps.get(file.path()))) {
                throw new ProjectChangedException(file.path() + " changed" + WHILE);
            }
        }
        for (String path : now.keySet()) {
            if (!path.substring(path.lastIndexOf('/') + 1).startsWith(OWN_PART)) {
                throw new ProjectChangedException(path + " appeared while the project was being packaged");
            }
        }
    }

    private static Map<String, ProjectFile> byPath(Selection selection) {
        Map<String, ProjectFile> files = new TreeMap<>();
        selection.files().forEach(file -> files.put(file.path(), file));
        return files;
    }
}
