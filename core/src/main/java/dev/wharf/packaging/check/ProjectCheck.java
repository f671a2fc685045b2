package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.ProjectTree;
import java.util.ArrayList;
import java.util.List;

/** Checks a project by reading it; runs none of its code. */
public final class ProjectCheck {
    private static final String CONNECTOR = "connector.py";
    private static final String DRIVERS = "drivers";
    private static final String DRIVERS_INSTALLATION = "installation.sh";

    private final ProjectTree tree;
    private final Selection selection;
    private final List<Finding> findings = new ArrayList<>();

    private ProjectCheck(ProjectTree tree, Selection selection) {
        this.tree = tree;
        this.selection = selection;
    }

    /**
     * Checks a project.
     *
     * @param tree the project
     * @param selection what of it goes into the archive
     * @return what is wrong with it
     */
    public static List<Finding> check(ProjectTree tree, Selection selection) {
        ProjectCheck check = new ProjectCheck(tree, selection);
        check.connectorFile();
        check.drivers();
        check.findings.addAll(
                NameClashes.in(selection.files().stream().map(ProjectFile::path).toList()));
        return List.copyOf(check.findings);
    }

    private void connectorFile() {
        if (selection.contains(CONNECTOR)) {
            return;
        }
        boolean there = tree.list("").stream()
                .anyMatch(e -> !e.isDirectory() && e.name().equals(CONNECTOR));
        findings.add(
                there
                        ? new Finding(
                                Severity.ERROR,
                                Rule.CONNECTOR_FILE,
                                CONNECTOR,
                                0,
                                "connector.py is ignored by a .gitignore pattern.",
                                "Remove that pattern; --explain names it.")
                        : new Finding(
                                Severity.ERROR,
                                Rule.CONNECTOR_FILE,
                                null,
                                0,
                                "There is no connector.py in this directory.",
                                "Give the directory that holds it (lower case)."));
    }

    private void drivers() {
        boolean drivers =
                tree.list("").stream().anyMatch(e -> e.isDirectory() && e.name().equals(DRIVERS));
        if (drivers && tree.list(DRIVERS).stream().noneMatch(e -> e.name().equals(DRIVERS_INSTALLATION))) {
            findings.add(new Finding(
                    Severity.ERROR,
                    Rule.DRIVERS,
                    DRIVERS,
                    0,
                    "The directory drivers has no installation.sh.",
                    "Add it, or remove the directory."));
        }
    }
}
