package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.python.PythonModule;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Python files of a project that running its connector reads: the connector's own, and what they import of the project. */
final class ReachedModules {
    private static final String PYTHON = ".py";

    private ReachedModules() {}

    /** From paths to what they hold, the connector's own first. */
    static Map<String, String> of(CheckedProject project) {
        Map<String, String> paths = new HashMap<>();
        for (ProjectFile file : project.selection().files()) {
            if (file.path().endsWith(PYTHON)) {
                paths.put(ModuleName.of(file.path()), file.path());
            }
        }
        Map<String, String> reached = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(ConnectorFileCheck.CONNECTOR);
        while (!open.isEmpty()) {
            String path = open.remove();
            Text text = reached.containsKey(path) ? null : project.text(path);
            if (text != null) {
                reached.put(path, text.content());
                for (PythonModule.Import found :
                        PythonModule.read(text.content()).imports()) {
                    add(open, paths, ModuleName.absolute(found.module(), path));
                }
            }
        }
        return reached;
    }

    /** Importing a module runs the packages that it lies in as well. */
    private static void add(Deque<String> open, Map<String, String> paths, String module) {
        int end = 0;
        while (end >= 0) {
            end = module.indexOf('.', end + 1);
            String path = paths.get(end < 0 ? module : module.substring(0, end));
            if (path != null) {
                open.add(path);
            }
        }
    }
}
