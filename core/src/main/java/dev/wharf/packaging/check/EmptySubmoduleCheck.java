package dev.wharf.packaging.check;

import dev.wharf.packaging.text.Text;
import dev.wharf.port.VersionControl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Submodules of git that were never fetched: their directories are there, and empty. */
final class EmptySubmoduleCheck implements Check {
    private static final String MODULES = ".gitmodules";
    private static final String PATH = "path";

    @Override
    public List<Finding> findings(CheckedProject project) {
        List<String> empty = submodules(project).stream()
                .filter(path -> project.tree().list(path).isEmpty() && !isLeftOut(project, path))
                .toList();
        if (empty.isEmpty()) {
            return List.of();
        }
        ProjectImports imports = ProjectImports.of(project);
        return empty.stream().map(path -> finding(path, imports.of(path))).toList();
    }

    private static Set<String> submodules(CheckedProject project) {
        Set<String> paths = new TreeSet<>();
        Text modules = project.hasRootFile(MODULES) ? project.text(MODULES) : null;
        if (modules != null) {
            for (String line : modules.content().lines().toList()) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.substring(0, equals).strip().equals(PATH)) {
                    paths.add(line.substring(equals + 1).strip());
                }
            }
        }
        project.recorded().map(Map::entrySet).orElse(Set.of()).stream()
                .filter(entry -> entry.getValue().isRepository())
                .map(Map.Entry<String, VersionControl.Recorded>::getKey)
                .forEach(paths::add);
        return paths;
    }

    private static boolean isLeftOut(CheckedProject project, String path) {
        return project.selection().excluded().stream()
                .anyMatch(e -> e.path().endsWith("/") && (path + "/").startsWith(e.path()));
    }

    private static Finding finding(String path, Optional<ProjectImports.Importing> importing) {
        String message = "It is a git submodule that was not fetched. Nothing of it goes into the archive.";
        String advice = "Run 'git submodule update --init " + path + "'. In CI, check out with submodules.";
        return importing
                .map(i -> Finding.error(Rule.EMPTY_SUBMODULE, path, 0, message + " " + i + " imports it.", advice))
                .orElseGet(() -> Finding.warning(Rule.EMPTY_SUBMODULE, path, 0, message, advice));
    }
}
