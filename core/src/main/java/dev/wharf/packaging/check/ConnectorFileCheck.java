package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.ProjectFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connector's code is in {@code connector.py}, at the root, in lower case. */
final class ConnectorFileCheck implements Check {
    static final String CONNECTOR = "connector.py";

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.packaged(CONNECTOR).isPresent()) {
            return List.of();
        }
        Optional<Exclusion> ignored = project.selection().excluded().stream()
                .filter(e -> e.path().equals(CONNECTOR))
                .findFirst();
        if (ignored.isPresent() && ignored.get().reason().cause() != Exclusion.Cause.PATTERN) {
            // It is there, but is no file that can be read, as another check says.
            return List.of();
        }
        return List.of(ignored.map(ConnectorFileCheck::ignored).orElseGet(() -> missing(project)));
    }

    private static Finding ignored(Exclusion exclusion) {
        Exclusion.Reason reason = exclusion.reason();
        return Finding.error(
                Rule.CONNECTOR_FILE,
                reason.file() == null ? CONNECTOR : reason.file(),
                reason.line(),
                "connector.py is ignored by the pattern '" + reason.pattern() + "'.",
                "Remove or narrow that pattern.");
    }

    private static Finding missing(CheckedProject project) {
        if (project.hasRootDirectory(CONNECTOR)) {
            return Finding.error(
                    Rule.CONNECTOR_FILE,
                    CONNECTOR,
                    0,
                    "connector.py is a directory.",
                    "It must be the file that holds the connector's code.");
        }
        Optional<String> elsewhere = project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> path.substring(path.lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT)
                        .equals(CONNECTOR))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        if (elsewhere.isEmpty()) {
            return Finding.error(
                    Rule.CONNECTOR_FILE,
                    null,
                    0,
                    "There is no connector.py in this directory.",
                    "Give the directory that holds it.");
        }
        String path = elsewhere.get();
        int slash = path.lastIndexOf('/');
        return Finding.error(
                Rule.CONNECTOR_FILE,
                path,
                0,
                "There is no connector.py in this directory, but there is " + path + ".",
                slash < 0
                        ? "Rename it to connector.py, in lower case."
                        : "Give the directory " + path.substring(0, slash) + ", or move the connector to the root.");
    }
}
