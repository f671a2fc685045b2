package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.Exclusion.Cause;
import dev.wharf.packaging.selection.Exclusion.Reason;
import dev.wharf.packaging.selection.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Code that a pattern of the project leaves out, or that lies in a virtual environment, and that other code imports. */
final class DroppedImportCheck implements Check {
    private static final String PYTHON = ".py";

    @Override
    public List<Finding> findings(CheckedProject project) {
        List<Exclusion> code = project.selection().excluded().stream()
                .filter(e -> isOfTheProject(e.reason()) && isCode(project, e.path()))
                .toList();
        if (code.isEmpty()) {
            return List.of();
        }
        ProjectImports imports = ProjectImports.of(project);
        Set<String> provided = provided(project);
        Map<Reason, List<String>> dropped = new LinkedHashMap<>();
        for (Exclusion exclusion : code) {
            if (imports.of(exclusion.path()).isPresent() && !provided.contains(ModuleName.of(exclusion.path()))) {
                dropped.computeIfAbsent(exclusion.reason(), r -> new ArrayList<>())
                        .add(exclusion.path());
            }
        }
        List<Finding> findings = new ArrayList<>();
        dropped.forEach((reason, paths) -> findings.add(finding(reason, paths, imports.of(paths.get(0)))));
        return findings;
    }

    /** The directories that built-in patterns leave out are another check's. */
    private static boolean isOfTheProject(Reason reason) {
        return reason.cause() == Cause.VIRTUAL_ENVIRONMENT || reason.file() != null;
    }

    private static boolean isCode(CheckedProject project, String path) {
        return path.endsWith("/")
                ? LeftOutCodeCheck.holdsCode(project.tree(), path.substring(0, path.length() - 1))
                : path.endsWith(PYTHON);
    }

    /** The modules that go in: one may have the name of something that is left out, such as a directory beside a file. */
    private static Set<String> provided(CheckedProject project) {
        return project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> path.endsWith(PYTHON))
                .map(ModuleName::of)
                .collect(Collectors.toSet());
    }

    private static Finding finding(Reason reason, List<String> paths, Optional<ProjectImports.Importing> importing) {
        boolean pattern = reason.file() != null;
        String imported =
                importing.map(i -> i + " imports " + paths.get(0) + ".").orElse("");
        return Finding.warning(
                Rule.LEFT_OUT_IMPORT,
                pattern ? reason.file() : paths.get(0),
                reason.line(),
                (pattern ? "The pattern '" + reason.pattern() + "' leaves out " : "A virtual environment is left out: ")
                        + Listed.of(paths) + ", which the connector needs: " + imported,
                pattern
                        ? "Remove or narrow the pattern, or add below it: !" + paths.get(0)
                        : "Move the connector's own code out of the environment.");
    }
}
