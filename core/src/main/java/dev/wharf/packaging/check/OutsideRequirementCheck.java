package dev.wharf.packaging.check;

import dev.wharf.packaging.check.Dependencies.Leading;
import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.RequirementsFile.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dependencies that lead to files which the service does not have, or to servers that it may not reach. */
final class OutsideRequirementCheck implements Check {
    private static final String HOW =
            "Include it in the project, or name a package of an index that the service can reach.";
    /** Indexes that everybody reaches without logging in. */
    private static final Set<String> PUBLIC_HOSTS = Set.of(
            "pypi.org",
            "pypi.python.org",
            "files.pythonhosted.org",
            "test.pypi.org",
            "download.pytorch.org",
            "data.pyg.org",
            "pypi.nvidia.com",
            "www.piwheels.org",
            "pypi.anaconda.org",
            "github.com",
            "storage.googleapis.com");

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:(?<user>[^/?#@]*)@)?(?<host>[^/?#:@]+)");
    private static final Pattern SSH = Pattern.compile("(?i)(git\\+)?ssh://.*|git\\+git@.*|git@[^:/]+:.*");
    private static final Pattern LOCAL_REPOSITORY = Pattern.compile("(?i)(git|hg|svn|bzr)\\+file:.*");
    private static final Pattern EXTRAS = Pattern.compile("\\[[^\\]]*\\]$");
    private static final List<String> BUILDS = List.of("pyproject.toml", "setup.py", "setup.cfg");

    @Override
    public List<Finding> findings(CheckedProject project) {
        Dependencies dependencies = Dependencies.of(project);
        ProjectPaths paths = new ProjectPaths(project);
        List<Finding> findings = new ArrayList<>();
        for (Dependencies.Declared declared : dependencies.declared()) {
            String source = declared.requirement().source();
            // What no file is called is told as what pip stumbles over.
            if (source != null && source.chars().noneMatch(Character::isISOControl)) {
                add(findings, declared.path(), declared.requirement().line(), source, wrong(paths, source));
            }
        }
        for (Leading leading : dependencies.leading()) {
            String value = leading.option().value();
            add(findings, leading.path(), leading.option().line(), value, wrong(paths, leading));
        }
        ProjectToml toml = dependencies.toml();
        if (toml != null) {
            toml.localSources()
                    .forEach(s -> add(findings, Dependencies.PROJECT, s.line(), s.text(), wrong(paths, s.text())));
            toml.indexes().forEach(s -> add(findings, Dependencies.PROJECT, s.line(), s.text(), wrongIndex(s.text())));
        }
        return findings;
    }

    private static void add(List<Finding> findings, String path, int line, String what, @Nullable String wrong) {
        if (wrong != null) {
            boolean index = wrong.contains("index");
            findings.add(Finding.warning(
                    Rule.OUTSIDE_REQUIREMENT,
                    path,
                    line,
                    "It requires " + withoutUser(what) + ", " + wrong + ".",
                    index
                            ? "Use an index that needs no login, or a way that the vendor's documentation of"
                                    + " project dependencies names. Or include the package in the project."
                            : HOW));
        }
    }

    private static @Nullable String wrong(ProjectPaths paths, Leading leading) {
        String value = leading.option().value();
        return switch (leading.option().kind()) {
            case INCLUDED, CONSTRAINTS ->
                value.contains("://") && !value.startsWith("file:")
                        ? null
                        : wrongFile(paths, ProjectPaths.isAbsolute(value) ? value : leading.target());
            case EDITABLE -> wrong(paths, value);
            case INDEX, LINKS ->
                value.contains("://") && !value.startsWith("file:")
                        ? wrongIndex(value)
                        : leading.option().kind() == Kind.LINKS ? wrongFile(paths, value) : null;
        };
    }

    /** What is wrong with where a dependency comes from; null if nothing is. */
    private static @Nullable String wrong(ProjectPaths paths, String source) {
        if (LOCAL_REPOSITORY.matcher(source).matches()) {
            return "a repository on one machine, which the service does not have";
        }
        if (SSH.matcher(source).matches()) {
            return "which is read over SSH. The service has no SSH key of yours";
        }
        if (source.contains("://") && !source.startsWith("file:")) {
            return null;
        }
        String path = EXTRAS.matcher(source).replaceAll("").split("#", 2)[0];
        String wrong = wrongFile(paths, path);
        String normal = ProjectPaths.normal(path);
        if (wrong != null || normal == null || paths.hasFile(normal)) {
            return wrong;
        }
        String below = normal.isEmpty() ? "" : normal + "/";
        return BUILDS.stream().anyMatch(name -> paths.hasFile(below + name))
                ? null
                : "a directory without setup.py or pyproject.toml in the archive, so it cannot be installed";
    }

    private static @Nullable String wrongFile(ProjectPaths paths, String written) {
        String path = written.replaceFirst("^file:(//(localhost)?(?=/)|//)?", "");
        String normal = ProjectPaths.normal(path);
        if (normal == null) {
            return ProjectPaths.isAbsolute(path)
                    ? "a path on one machine, which the service does not have"
                    : "which is outside the project and does not go into the archive";
        }
        if (paths.hasFile(normal) || paths.hasDirectory(normal)) {
            return null;
        }
        return paths.leftOut(normal)
                .map(e -> "which is left out of the archive by " + e.reason())
                .orElse("which the project does not have");
    }

    /** Servers are judged by their names: whether one can be reached from elsewhere cannot be told. */
    private static @Nullable String wrongIndex(String address) {
        if (address.contains("${")) {
            return "an index whose address has a variable that the service does not set";
        }
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.lookingAt()) {
            return null;
        }
        String host = parts.group("host").toLowerCase(Locale.ROOT);
        String user = parts.group("user");
        boolean logsIn = user != null && user.contains(":");
        boolean open = PUBLIC_HOSTS.contains(host) || host.endsWith(".github.io");
        return open || logsIn ? null : "an index that is not public. The service cannot log in to it";
    }

    private static String withoutUser(String address) {
        return address.replaceFirst("://[^/@]*@", "://");
    }
}
