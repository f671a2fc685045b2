package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.python.PythonUses;
import dev.wharf.packaging.python.PythonUses.Import;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Python files that running {@code connector.py} runs, as far as imports lead to them; tests and tools are others. */
final class ReachableCode {
    private static final String PYTHON = ".py";
    private static final String PACKAGE = "/__init__.py";

    private final CheckedProject project;
    private final ProjectPaths paths;
    /** Files and directories of code, by the ends of their paths, as directories on Python's search path show them. */
    private final Map<String, List<String>> byEnd = new HashMap<>();

    private final Map<String, PythonUses> reached = new LinkedHashMap<>();
    private boolean changesPath;

    ReachableCode(CheckedProject project, ProjectPaths paths) {
        this.project = project;
        this.paths = paths;
        project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> path.endsWith(PYTHON))
                .forEach(this::addEnds);
        paths.directories().forEach(this::addEnds);
        follow();
    }

    private void addEnds(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            byEnd.computeIfAbsent(path.substring(slash + 1), end -> new ArrayList<>())
                    .add(path);
        }
    }

    /** What each file needs, by its path, in the order in which they are reached. */
    Map<String, PythonUses> files() {
        return reached;
    }

    /** Whether a file or directory that goes in can be imported by a name: from the project's root, or from wherever it may. */
    boolean hasModule(String name) {
        String path = name.replace('.', '/');
        return paths.hasFile(path + PYTHON)
                || paths.hasDirectory(path)
                || (changesPath && (byEnd.containsKey(path + PYTHON) || byEnd.containsKey(path)));
    }

    /** The files that would be the module if they lay at the project's root. */
    List<String> named(String module) {
        return byEnd.getOrDefault(module.replace('.', '/') + PYTHON, List.of());
    }

    private void follow() {
        Deque<String> left = new ArrayDeque<>(List.of(ConnectorFileCheck.CONNECTOR));
        for (String path = left.poll(); path != null; path = left.poll()) {
            Text text = paths.hasFile(path) && !reached.containsKey(path) ? project.text(path) : null;
            if (text != null) {
                PythonUses uses = PythonUses.read(text.content());
                reached.put(path, uses);
                changesPath |= uses.changesPath();
                for (Import found : uses.imports()) {
                    addFiles(ModuleName.absolute(found.module(), path), found.names(), left);
                }
            }
        }
    }

    /** Adds what an import runs: the packages on the way, the module, and what is imported from it and is a module too. */
    private void addFiles(String module, List<String> names, Deque<String> left) {
        String path = module.replace('.', '/');
        for (String parent = path; !parent.isEmpty(); parent = ProjectPaths.parent(parent)) {
            addFile(parent + PACKAGE, left);
        }
        addFile(path + PYTHON, left);
        for (String name : names) {
            String below = path.isEmpty() ? name : path + "/" + name;
            addFile(below + PYTHON, left);
            addFile(below + PACKAGE, left);
        }
    }

    private void addFile(String path, Deque<String> left) {
        if (paths.hasFile(path)) {
            add(path, left);
        } else if (changesPath) {
            byEnd.getOrDefault(path, List.of()).forEach(found -> add(found, left));
        }
    }

    private void add(String path, Deque<String> left) {
        if (!reached.containsKey(path)) {
            left.add(path);
        }
    }
}
