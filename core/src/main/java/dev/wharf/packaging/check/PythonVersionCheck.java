package dev.wharf.packaging.check;

import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.Toml.Value;
import dev.wharf.packaging.requirements.VersionSpecifier;
import dev.wharf.packaging.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Python that the project is written for is the one that it is to run under, where that is known. */
final class PythonVersionCheck implements Check {
    private static final String PINNED = ".python-version";
    /** What the service runs, going by the vendor's documentation. */
    private static final List<String> RUNNING = List.of("3.10", "3.11", "3.12", "3.13", "3.14");

    private static final Pattern VERSION =
            Pattern.compile("(?:cpython-|python-)?(\\d{1,3}\\.\\d{1,4})(\\.\\d{1,4})?.*");

    @Override
    public List<Finding> findings(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        String wanted = project.pythonVersion();
        ProjectToml toml = Dependencies.of(project).toml();
        Value required = toml == null ? null : toml.requiresPython().orElse(null);
        if (required != null) {
            required(required, wanted).ifPresent(findings::add);
        }
        if (wanted != null && project.hasRootFile(PINNED)) {
            pinned(project, wanted).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> required(Value value, @Nullable String wanted) {
        VersionSpecifier versions = VersionSpecifier.of(value.text());
        if (wanted != null && isVersion(wanted) && !versions.admitsPython(wanted)) {
            return Optional.of(contradiction(
                    Dependencies.PROJECT,
                    value.line(),
                    "It requires Python " + value.text() + ", but the connection is to run under " + wanted + "."));
        }
        if (RUNNING.stream().noneMatch(versions::admitsPython)) {
            return Optional.of(contradiction(
                    Dependencies.PROJECT,
                    value.line(),
                    "It requires Python " + value.text() + ", but connectors run under 3.10 to 3.14."));
        }
        return Optional.empty();
    }

    private static Optional<Finding> pinned(CheckedProject project, String wanted) {
        Text text = project.text(PINNED);
        if (text == null) {
            return Optional.empty();
        }
        List<String> lines = text.content().lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = VERSION.matcher(lines.get(i));
            if (matcher.matches()) {
                return matcher.group(1).equals(wanted)
                        ? Optional.empty()
                        : Optional.of(contradiction(
                                PINNED,
                                i + 1,
                                "The project is developed with Python " + matcher.group(1)
                                        + ", but the connection is to run under " + wanted + "."));
            }
        }
        return Optional.empty();
    }

    private static boolean isVersion(String text) {
        return text.matches("\\d{1,3}\\.\\d{1,4}");
    }

    private static Finding contradiction(String path, int line, String message) {
        return Finding.warning(
                Rule.PYTHON_VERSION,
                path,
                line,
                message,
                "Choose the Python version that the connector was tested with (--python-version), or change this"
                        + " line.");
    }
}
