package dev.wharf.packaging.check;

import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dependencies are in the file that is used, are not there anyway, and have one version. All of it only warns: the vendor says
 * of installed packages "Do not declare them in your requirements.txt to avoid dependency conflicts", and of both files that
 * "pyproject.toml takes precedence" (fivetran.com/docs/connector-sdk/connector-development-and-configuration/
 * project-dependencies); its service refuses neither.
 */
final class DependenciesCheck implements Check {
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String PROJECT = "pyproject.toml";
    private static final Set<String> PREINSTALLED =
            Set.of("fivetran-connector-sdk", "requests", "grpcio", "grpcio-tools");

    @Override
    public List<Finding> findings(CheckedProject project) {
        boolean hasRequirements = project.packaged(REQUIREMENTS).isPresent();
        if (project.packaged(PROJECT).isEmpty()) {
            return hasRequirements ? new IncludedFiles(project).findings() : List.of();
        }
        List<Finding> findings = new ArrayList<>(declaredInProject(project));
        if (hasRequirements) {
            findings.add(Finding.warning(
                    Rule.DEPENDENCY_FILE,
                    REQUIREMENTS,
                    0,
                    "It is not used, because there is a pyproject.toml.",
                    "Move what the connector needs to 'dependencies' in [project], or remove one of the two files."));
        }
        return findings;
    }

    private static List<Finding> declaredInProject(CheckedProject project) {
        Text text = project.text(PROJECT);
        if (text == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        ProjectToml toml = ProjectToml.read(text.content());
        if (!toml.isReadable()) {
            findings.add(Finding.warning(
                    Rule.DEPENDENCY_FILE,
                    PROJECT,
                    toml.line(),
                    "It cannot be read as TOML beyond this line.",
                    "Check brackets and quotes."));
        }
        toml.requirements().forEach(r -> judge(r, PROJECT, Set.of(), findings));
        return findings;
    }

    private static void judge(Requirement requirement, String path, Set<String> constrained, List<Finding> findings) {
        if (PREINSTALLED.contains(requirement.name())) {
            findings.add(Finding.warning(
                    Rule.PREINSTALLED_PACKAGE,
                    path,
                    requirement.line(),
                    requirement.name() + " is installed where connectors run, and declaring it can lead to conflicts.",
                    "Remove it."));
        } else if (!requirement.isPinned() && !constrained.contains(requirement.name())) {
            findings.add(Finding.warning(
                    Rule.UNPINNED_REQUIREMENT,
                    path,
                    requirement.line(),
                    requirement.name() + " has no fixed version, so the connector may change when nobody changes it.",
                    "Name one: " + requirement.name() + "==VERSION"));
        }
    }

    /** Goes through {@code requirements.txt} and the project's files that it includes, each once. */
    private static final class IncludedFiles {
        private final CheckedProject project;
        private final Deque<String> left = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> constrained = new HashSet<>();

        private record Found(Requirement requirement, String path) {}

        IncludedFiles(CheckedProject project) {
            this.project = project;
        }

        List<Finding> findings() {
            List<Found> found = new ArrayList<>();
            left.add(REQUIREMENTS);
            for (String path = left.poll(); path != null; path = left.poll()) {
                RequirementsFile file = read(path);
                if (file != null) {
                    String here = path;
                    file.requirements().forEach(r -> found.add(new Found(r, here)));
                    file.included().forEach(name -> left.add(beside(here, name)));
                    file.constraints().forEach(name -> constrain(beside(here, name)));
                }
            }
            List<Finding> findings = new ArrayList<>();
            found.forEach(f -> judge(f.requirement(), f.path(), constrained, findings));
            return findings;
        }

        private void constrain(String path) {
            RequirementsFile file = read(path);
            if (file != null) {
                file.requirements().stream()
                        .filter(Requirement::isPinned)
                        .map(Requirement::name)
                        .forEach(constrained::add);
            }
        }

        private @Nullable RequirementsFile read(String path) {
            if (!seen.add(path) || project.packaged(path).isEmpty()) {
                return null;
            }
            Text text = project.text(path);
            return text == null ? null : RequirementsFile.read(text.content());
        }

        private static String beside(String path, String name) {
            String plain = name.startsWith("./") ? name.substring(2) : name;
            return path.substring(0, path.lastIndexOf('/') + 1) + plain;
        }
    }
}
