package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.python.PythonMistake;
import dev.wharf.packaging.python.PythonModule;
import dev.wharf.packaging.python.PythonSource;
import dev.wharf.packaging.python.PythonSource.Complaint;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Python reads the connector's code. Where no version of it does, the connector can never run, and the vendor's packager, which
 * runs it, fails too: an error. Where that is not certain, and in other files that the connector imports, a warning. Only
 * files that are reached by imports are read.
 */
final class PythonSourceCheck implements Check {
    private static final String PYTHON = ".py";

    @Override
    public List<Finding> findings(CheckedProject project) {
        boolean mayBringCodings = project.packaged("requirements.txt").isPresent()
                || project.packaged("pyproject.toml").isPresent();
        Modules modules = new Modules(project);
        List<Finding> findings = new ArrayList<>();
        for (Reached file = modules.next(); file != null; file = modules.next()) {
            Text text = project.text(file.path());
            if (text != null) {
                PythonSource source = PythonSource.of(text, mayBringCodings);
                PythonModule module = PythonModule.read(source.content());
                modules.reach(file.path(), module.imports());
                PythonMistake mistake = source.isDecoded() ? module.mistake() : null;
                Reached reached = file;
                complaint(source, mistake, file.path()).ifPresent(c -> findings.add(finding(reached, c)));
            }
        }
        return findings;
    }

    private static Optional<Complaint> complaint(PythonSource source, @Nullable PythonMistake mistake, String path) {
        if (mistake == null || (source.complaint().isPresent() && !mistake.isCertain())) {
            return source.complaint();
        }
        String advice = "Fix it. 'python -m py_compile " + path + "' shows what Python reports.";
        String wayOut =
                " If Python accepts it, give the archive that 'fivetran package' builds instead of the directory.";
        return Optional.of(new Complaint(
                mistake.line(),
                mistake.isCertain(),
                mistake.message(),
                mistake.isCertain() ? advice + wayOut : advice));
    }

    private static Finding finding(Reached file, Complaint complaint) {
        boolean isConnector = file.by().isEmpty();
        return new Finding(
                isConnector && complaint.isCertain() ? Severity.ERROR : Severity.WARNING,
                Rule.PYTHON_SOURCE,
                file.path(),
                complaint.line(),
                complaint.message() + (isConnector ? "" : " " + file.by() + " imports it."),
                complaint.advice());
    }

    /** A file, and the place that imports it: empty for the connector itself. */
    private record Reached(String path, String by) {}

    /** The project's own modules that importing the connector leads to, each once. */
    private static final class Modules {
        private final Map<String, String> left = new HashMap<>();
        private final Deque<Reached> reached = new ArrayDeque<>();

        Modules(CheckedProject project) {
            for (ProjectFile file : project.selection().files()) {
                if (file.path().endsWith(PYTHON)) {
                    left.put(ModuleName.of(file.path()), file.path());
                }
            }
            left.values().remove(ConnectorFileCheck.CONNECTOR);
            project.packaged(ConnectorFileCheck.CONNECTOR).ifPresent(file -> reached.add(new Reached(file.path(), "")));
        }

        @Nullable
        Reached next() {
            return reached.poll();
        }

        void reach(String path, List<PythonModule.Import> imports) {
            for (PythonModule.Import found : imports) {
                String module = ModuleName.absolute(found.module(), path);
                for (int dot = module.indexOf('.'); dot >= 0; dot = module.indexOf('.', dot + 1)) {
                    add(module.substring(0, dot), path + ":" + found.line());
                }
                add(module, path + ":" + found.line());
            }
        }

        private void add(String module, String by) {
            String path = left.remove(module);
            if (path != null) {
                reached.add(new Reached(path, by));
            }
        }
    }
}
