package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.port.ProjectTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where paths lead that are written in a project's files: into the archive, to what is left out, or out of the project. */
final class ProjectPaths {
    private static final int MOST = 1000;

    private final CheckedProject project;
    private final Set<String> files = new HashSet<>();
    private final Set<String> directories = new HashSet<>(Set.of(""));
    private final Map<String, Exclusion> excluded = new HashMap<>();
    /** What is in directories that were asked about, by their paths, and by names. */
    private final Map<String, Map<String, ProjectTree.Entry>> listed = new HashMap<>();

    ProjectPaths(CheckedProject project) {
        this.project = project;
        for (ProjectFile file : project.selection().files()) {
            files.add(file.path());
            for (String parent = parent(file.path()); directories.add(parent); parent = parent(parent)) {
                // Up to a directory that is known, and so are those above it.
            }
        }
        for (Exclusion exclusion : project.selection().excluded()) {
            String path = exclusion.path();
            excluded.putIfAbsent(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, exclusion);
        }
    }

    /** A relative path without dots; empty for the project itself; null if it leads out of the project. */
    static @Nullable String normal(String path) {
        if (path.length() > MOST || isAbsolute(path)) {
            return null;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.startsWith("~")
                || path.matches("[A-Za-z]:[/\\\\].*");
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether a path is of a file that goes in. */
    boolean hasFile(String path) {
        return files.contains(path);
    }

    /** Whether a path is of a directory of which some file goes in. */
    boolean hasDirectory(String path) {
        return directories.contains(path);
    }

    /** The directories of which some file goes in, the project itself among them. */
    Set<String> directories() {
        return directories;
    }

    /** What leaves a file or directory out of the archive; empty if it goes in, or is not there. */
    Optional<Exclusion> leftOut(String path) {
        Exclusion exclusion = null;
        for (String at = path; exclusion == null && !at.isEmpty(); at = parent(at)) {
            exclusion = excluded.get(at);
        }
        return exclusion == null || entry(path).isEmpty() ? Optional.empty() : Optional.of(exclusion);
    }

    /** Whether a path is of a directory, of which nothing need go in. */
    boolean isDirectory(String path) {
        return entry(path).filter(ProjectTree.Entry::isDirectory).isPresent();
    }

    private Optional<ProjectTree.Entry> entry(String path) {
        Map<String, ProjectTree.Entry> beside = listed.computeIfAbsent(parent(path), this::list);
        return Optional.ofNullable(beside.get(path.substring(path.lastIndexOf('/') + 1)));
    }

    private Map<String, ProjectTree.Entry> list(String directory) {
        Map<String, ProjectTree.Entry> entries = new HashMap<>();
        project.tree().list(directory).forEach(entry -> entries.putIfAbsent(entry.name(), entry));
        return entries;
    }
}
