package dev.wharf.packaging.check;

import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.Requirement;
import java.util.ArrayList;
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
    private static final String REQUIREMENTS = Dependencies.REQUIREMENTS;
    private static final String PROJECT = Dependencies.PROJECT;
    static final Set<String> PREINSTALLED = Set.of("fivetran-connector-sdk", "requests", "grpcio", "grpcio-tools");

    @Override
    public List<Finding> findings(CheckedProject project) {
        Dependencies dependencies = Dependencies.of(project);
        List<Finding> findings = new ArrayList<>();
        dependencies.declared().forEach(d -> judge(d.requirement(), d.path(), dependencies.constrained(), findings));
        boolean hasToml = project.packaged(PROJECT).isPresent();
        ProjectToml toml = dependencies.toml();
        if (toml != null && !toml.isReadable()) {
            findings.add(Finding.warning(
                    Rule.DEPENDENCY_FILE,
                    PROJECT,
                    toml.line(),
                    "It is not valid TOML from this line on. The vendor's packager fails here.",
                    "Check brackets and quotes, and that each key appears once."));
        } else if (toml != null) {
            toml.elsewhere().ifPresent(elsewhere -> findings.add(declaredElsewhere(elsewhere)));
            findings.addAll(new LockedVersions(project, toml).findings());
        }
        if (hasToml && project.packaged(REQUIREMENTS).isPresent()) {
            findings.add(unused(toml, Dependencies.ofRequirements(project)));
        }
        return findings;
    }

    private static Finding declaredElsewhere(ProjectToml.Elsewhere elsewhere) {
        String named = elsewhere.names().isEmpty() ? "" : ": " + Listed.of(elsewhere.names());
        return Finding.warning(
                Rule.DEPENDENCY_FILE,
                PROJECT,
                elsewhere.line(),
                "It does not declare its dependencies in the array 'dependencies' of [project], but in "
                        + elsewhere.where() + named + ". None of them will be installed.",
                "List what the connector needs in 'dependencies' of [project].");
    }

    private static Finding unused(@Nullable ProjectToml toml, Dependencies requirements) {
        List<String> lost = requirements.declared().stream()
                .map(d -> d.requirement().name())
                .filter(name -> !name.isEmpty() && !PREINSTALLED.contains(name))
                .toList();
        boolean declaresNothing = toml != null && toml.requirements().isEmpty() && !lost.isEmpty();
        return Finding.warning(
                Rule.DEPENDENCY_FILE,
                REQUIREMENTS,
                0,
                declaresNothing
                        ? "It is not used, because there is a pyproject.toml, which declares no dependencies: "
                                + Listed.of(lost) + " will not be installed."
                        : "It is not used, because there is a pyproject.toml.",
                "Move what the connector needs to 'dependencies' of [project], or remove one of the two files.");
    }

    private static void judge(Requirement requirement, String path, Set<String> constrained, List<Finding> findings) {
        if (PREINSTALLED.contains(requirement.name())) {
            findings.add(Finding.warning(
                    Rule.PREINSTALLED_PACKAGE,
                    path,
                    requirement.line(),
                    requirement.name() + " is installed where connectors run. Declaring it can cause conflicts.",
                    "Remove it."));
        } else if (!requirement.isPinned() && !constrained.contains(requirement.name())) {
            findings.add(Finding.warning(
                    Rule.UNPINNED_REQUIREMENT,
                    path,
                    requirement.line(),
                    requirement.name()
                            + " has no fixed version, so the connector may change without a change of yours.",
                    "Fix one: " + requirement.name() + "==VERSION"));
        }
    }
}
