package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Installed packages of a machine that go into the archive: the service installs what the connector declares, by itself. */
final class EnvironmentCheck implements Check {
    private static final String NODE = "node_modules";
    private static final String CONDA = "conda-meta";
    private static final String SITE = "site-packages";
    private static final Set<String> OF_AN_ENVIRONMENT =
            Set.of("bin", "lib64", "Scripts", "Lib", "Include", "share", "pyvenv.cfg");

    @Override
    public List<Finding> findings(CheckedProject project) {
        Set<String> directories = Set.copyOf(project.selection().directories());
        Map<String, List<ProjectFile>> found = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> roots = rootsOfEnvironment(project);
        for (ProjectFile file : project.selection().files()) {
            String root = root(directories, file.path(), roots);
            if (!root.isEmpty()) {
                found.computeIfAbsent(root, r -> new ArrayList<>()).add(file);
                kinds.putIfAbsent(root, kind(root, roots));
            }
        }
        List<Finding> findings = new ArrayList<>();
        found.forEach((root, files) ->
                findings.add(finding(directories.contains(root), root, kinds.getOrDefault(root, ""), files)));
        return findings;
    }

    /** The names at the project's root that belong to a virtual environment made in it. */
    private static Set<String> rootsOfEnvironment(CheckedProject project) {
        return project.hasRootFile("pyvenv.cfg") ? OF_AN_ENVIRONMENT : Set.of();
    }

    /** The outermost directory, or file, of something installed that a file belongs to; empty if there is none. */
    private static String root(Set<String> directories, String path, Set<String> roots) {
        int first = path.indexOf('/');
        if (roots.contains(first < 0 ? path : path.substring(0, first))) {
            return first < 0 ? path : path.substring(0, first);
        }
        int end = first;
        while (end >= 0) {
            String directory = path.substring(0, end);
            String name = directory.substring(directory.lastIndexOf('/') + 1);
            if (name.equals(NODE) || name.equals(SITE) || directories.contains(directory + "/" + CONDA)) {
                return directory;
            }
            end = path.indexOf('/', end + 1);
        }
        return directories.contains(CONDA) && path.startsWith(CONDA) ? CONDA : "";
    }

    private static String kind(String root, Set<String> roots) {
        if (roots.contains(root)) {
            return "a part of a Python virtual environment created in the project's own directory";
        }
        String name = root.substring(root.lastIndexOf('/') + 1);
        return switch (name) {
            case NODE -> "a directory of packages that npm installed";
            case SITE -> "a directory of packages that pip installed";
            default -> "a conda environment";
        };
    }

    private static Finding finding(boolean isDirectory, String root, String kind, List<ProjectFile> files) {
        long bytes = files.stream().mapToLong(ProjectFile::size).sum();
        return Finding.warning(
                Rule.ENVIRONMENT,
                root,
                0,
                "It is " + kind + ", and goes into the archive: " + Listed.count(files.size()) + ", "
                        + Listed.size(bytes) + ".",
                "Add to .gitignore: /" + root + (isDirectory ? "/" : ""));
    }
}
