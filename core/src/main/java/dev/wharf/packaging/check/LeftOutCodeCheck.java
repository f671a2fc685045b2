package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.port.ProjectTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Directories that the built-in patterns leave out because of their names, although they hold code. */
final class LeftOutCodeCheck implements Check {
    private static final Set<String> PATTERNS = Set.of("lib/", "include/", "files/");
    private static final String PYTHON = ".py";
    /** So many entries are looked at for code; output of a connector can be far more. */
    private static final int MAX_ENTRIES = 20_000;

    @Override
    public List<Finding> findings(CheckedProject project) {
        Set<String> directories = new TreeSet<>();
        for (Exclusion exclusion : project.selection().excluded()) {
            if (exclusion.reason().file() == null
                    && PATTERNS.contains(exclusion.reason().pattern())) {
                add(project.tree(), exclusion, directories);
            }
        }
        if (directories.isEmpty()) {
            return List.of();
        }
        ProjectImports imports = ProjectImports.of(project);
        return directories.stream().map(d -> finding(d, imports)).toList();
    }

    private static void add(ProjectTree tree, Exclusion exclusion, Set<String> directories) {
        String path = exclusion.path();
        if (!path.endsWith("/")) {
            // Some pattern re-includes, so that files are left out one by one.
            int end = ("/" + path).indexOf("/" + exclusion.reason().pattern());
            if (path.endsWith(PYTHON) && end >= 0) {
                directories.add(
                        path.substring(0, end + exclusion.reason().pattern().length() - 1));
            }
        } else if (holdsCode(tree, path.substring(0, path.length() - 1))) {
            directories.add(path.substring(0, path.length() - 1));
        }
    }

    static boolean holdsCode(ProjectTree tree, String directory) {
        Deque<String> left = new ArrayDeque<>(List.of(directory));
        int looked = 0;
        for (String path = left.poll(); path != null && looked < MAX_ENTRIES; path = left.poll()) {
            for (ProjectTree.Entry entry : tree.list(path)) {
                looked++;
                if (entry.isDirectory()) {
                    left.add(path + "/" + entry.name());
                } else if (entry.isFile() && entry.name().endsWith(PYTHON)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Finding finding(String directory, ProjectImports imports) {
        String own = directory.substring(directory.lastIndexOf('/') + 1);
        String said = imports.of(directory)
                .map(importing -> " " + importing + " imports it, and will fail.")
                .orElse("");
        return Finding.warning(
                Rule.LEFT_OUT_CODE,
                directory,
                0,
                "It holds Python files, but every directory named " + own + " is left out." + said,
                "If the connector needs it, rename it, for example to " + directory + "_code, and change the imports.");
    }
}
