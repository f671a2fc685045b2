package dev.wharf.packaging.check;

import java.util.Comparator;
import java.util.List;

/** Checks a project by reading it; runs none of its code. */
public final class ProjectCheck {
    private static final List<Check> CHECKS = List.of(
            new ConnectorFileCheck(),
            new ConnectorCodeCheck(),
            new PythonSourceCheck(),
            new ConfigurationFormCheck(),
            new ConfigurationFileCheck(),
            new DriversCheck(),
            new DependenciesCheck(),
            new DependencyEncodingCheck(),
            new OutsideRequirementCheck(),
            new PythonVersionCheck(),
            new UndeclaredImportCheck(),
            new LeftOutFileCheck(),
            new LeftOutCodeCheck(),
            new NameClashCheck(),
            new ArchiveSizeCheck(),
            new SecretsCheck(),
            new UnpackageableCheck(),
            new OutsideLinkCheck(),
            new EmptySubmoduleCheck(),
            new IgnoreFileCheck(),
            new RetiredIgnoreFileCheck(),
            new DroppedImportCheck(),
            new EnvironmentCheck(),
            new LocalFilesCheck(),
            new VersionControlCheck());

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.path() == null ? "" : f.path())
            .thenComparingInt(Finding::line);

    private ProjectCheck() {}

    /**
     * Checks a project. Time is proportional to the size of what goes in, memory is bounded.
     *
     * @param project the project
     * @return what is wrong with it: errors first, then by path and line
     */
    public static List<Finding> check(CheckedProject project) {
        return CHECKS.stream()
                .flatMap(check -> check.findings(project).stream())
                .sorted(ORDER)
                .toList();
    }
}
