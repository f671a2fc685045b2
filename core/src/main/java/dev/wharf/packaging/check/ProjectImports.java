package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.python.PythonModule;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the Python files that go into the archive import, by the module's name from the project's root on. */
final class ProjectImports {
    private static final String PYTHON = ".py";

    /** The first that imports each module, by the module's name and a dot, so that those below a module stand together. */
    private final NavigableMap<String, Numbered> all;

    /** An import, and which of all it is. */
    private record Numbered(int number, Importing importing) {}

    /**
     * An import.
     *
     * @param module the full name of what is imported
     * @param path the file that imports it
     * @param line the line in it
     */
    record Importing(String module, String path, int line) {
        @Override
        public String toString() {
            return path + ":" + line;
        }
    }

    private ProjectImports(NavigableMap<String, Numbered> all) {
        this.all = all;
    }

    static ProjectImports of(CheckedProject project) {
        NavigableMap<String, Numbered> imports = new TreeMap<>();
        for (ProjectFile file : project.selection().files()) {
            Text text = file.path().endsWith(PYTHON) ? project.text(file.path()) : null;
            if (text != null) {
                for (PythonModule.Import found :
                        PythonModule.read(text.content()).imports()) {
                    Importing importing =
                            new Importing(ModuleName.absolute(found.module(), file.path()), file.path(), found.line());
                    imports.putIfAbsent(importing.module() + ".", new Numbered(imports.size(), importing));
                }
            }
        }
        return new ProjectImports(imports);
    }

    /**
     * Who imports a file or directory.
     *
     * @param path its path; a directory's may end in {@code /}
     * @return the first that does
     */
    Optional<Importing> of(String path) {
        String module = ModuleName.of(path);
        // The sign behind the dot ends those that begin with the module's name and a dot.
        return all.subMap(module + ".", module + "/").values().stream()
                .min(Comparator.comparingInt(Numbered::number))
                .map(Numbered::importing);
    }
}
