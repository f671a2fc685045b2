package dev.wharf.packaging.check;

import dev.wharf.packaging.python.ModuleName;
import dev.wharf.packaging.python.PythonUses;
import dev.wharf.packaging.python.PythonUses.Import;
import dev.wharf.packaging.requirements.ImportNames;
import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.StandardLibrary;
import dev.wharf.packaging.text.Text;
import dev.wharf.port.ProjectTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Imports that nothing provides: no module of Python, none of the project, no package that is installed where connectors run,
 * and none that is declared. Asked is only code that {@code connector.py} leads to, and only imports without which it fails.
 * Where it cannot be known what is installed, nothing is said.
 */
final class UndeclaredImportCheck implements Check {
    private static final String SCRIPT = "drivers/installation.sh";
    /** More modules than any connector has are not looked for. */
    private static final int MOST = 200;

    @Override
    public List<Finding> findings(CheckedProject project) {
        Dependencies dependencies = Dependencies.of(project);
        if (isUnknown(project, dependencies)) {
            return List.of();
        }
        ProjectPaths paths = new ProjectPaths(project);
        ReachableCode code = new ReachableCode(project, paths);
        Map<String, List<Place>> missing = missing(places(project, code, paths), code);
        List<String> packages = missing.isEmpty() ? List.of() : packages(project, dependencies);
        return missing.values().stream()
                .filter(places -> !ImportNames.provides(packages, places.get(0).module()))
                .map(places -> finding(project, code, places))
                .toList();
    }

    /** What lies where Python looks for modules, also if it is left out, of which other checks speak. */
    private static List<ProjectTree.Entry> places(CheckedProject project, ReachableCode code, ProjectPaths paths) {
        List<ProjectTree.Entry> entries = new ArrayList<>(project.tree().list(""));
        code.files().forEach((path, uses) -> uses.lines().stream()
                .filter(PythonUses.Line::changesPath)
                .flatMap(line -> new NamedPaths(line.tokens(), path).all().stream())
                .filter(named -> paths.leftOut(named).isPresent())
                .forEach(named -> entries.addAll(project.tree().list(named))));
        return entries;
    }

    /** What is imported and is neither Python's nor the project's, by the first part of its name. */
    private static Map<String, List<Place>> missing(List<ProjectTree.Entry> root, ReachableCode code) {
        Map<String, Boolean> known = new HashMap<>();
        Map<String, List<Place>> missing = new LinkedHashMap<>();
        code.files().forEach((path, uses) -> uses.imports().stream()
                .filter(found -> !found.block().forgivesImports()
                        && !found.module().startsWith(".")
                        && !known.computeIfAbsent(fullName(found), name -> isKnown(root, code, name)))
                .filter(found -> missing.size() < MOST || missing.containsKey(ImportNames.top(found.module())))
                .forEach(found -> missing.computeIfAbsent(ImportNames.top(found.module()), m -> new ArrayList<>())
                        .add(new Place(fullName(found), path, found.line()))));
        return missing;
    }

    private record Place(String module, String path, int line) {}

    private static String fullName(Import found) {
        boolean space = found.module().equals("google")
                || found.module().equals("google.cloud")
                || found.module().equals("azure");
        return space && !found.names().isEmpty()
                ? found.module() + "." + found.names().get(0)
                : found.module();
    }

    private static boolean isKnown(List<ProjectTree.Entry> root, ReachableCode code, String module) {
        String top = ImportNames.top(module);
        return StandardLibrary.has(top)
                || ImportNames.isInstalled(module)
                || code.hasModule(top)
                || root.stream().anyMatch(e -> isNamed(e, top));
    }

    /** A file or directory at the root that other checks speak of if it is left out, or a module in machine code. */
    private static boolean isNamed(ProjectTree.Entry entry, String module) {
        String name = entry.name();
        return name.equals(module)
                || name.equals(module + ".py")
                || (name.startsWith(module + ".") && (name.endsWith(".so") || name.endsWith(".pyd")));
    }

    /** Whether something is installed of which not even the name is known. */
    private static boolean isUnknown(CheckedProject project, Dependencies dependencies) {
        ProjectToml toml = dependencies.toml();
        boolean hasToml = project.packaged(Dependencies.PROJECT).isPresent();
        return (hasToml && (toml == null || !toml.isReadable()))
                || (toml != null
                        && toml.elsewhere().filter(e -> e.names().isEmpty()).isPresent())
                || dependencies.declared().stream()
                        .anyMatch(d -> d.requirement().name().isEmpty())
                || dependencies.leading().stream().anyMatch(leading -> isUnknown(project, leading));
    }

    /** Whether it leads to dependencies that were not read. */
    private static boolean isUnknown(CheckedProject project, Dependencies.Leading leading) {
        String target = ProjectPaths.normal(leading.target());
        return switch (leading.option().kind()) {
            case EDITABLE -> true;
            case INCLUDED -> target == null || project.packaged(target).isEmpty();
            case CONSTRAINTS, INDEX, LINKS -> false;
        };
    }

    private static List<String> packages(CheckedProject project, Dependencies dependencies) {
        Stream<String> declared =
                dependencies.declared().stream().map(d -> d.requirement().text());
        ProjectToml toml = dependencies.toml();
        Stream<String> elsewhere = toml == null
                ? Stream.of()
                : Stream.concat(
                        toml.elsewhere().stream().flatMap(e -> e.names().stream()),
                        Dependencies.ofRequirements(project).declared().stream()
                                .map(d -> d.requirement().text()));
        return Stream.of(declared, elsewhere, ofScript(project)).flatMap(s -> s).toList();
    }

    /** The words of an installation script that installs packages of Python. */
    private static Stream<String> ofScript(CheckedProject project) {
        Text text = project.packaged(SCRIPT).isEmpty() ? null : project.text(SCRIPT);
        return text == null || !text.content().contains("pip")
                ? Stream.of()
                : Stream.of(text.content().split("[\\s\"']+"));
    }

    private static Finding finding(CheckedProject project, ReachableCode code, List<Place> places) {
        Place first = places.get(0);
        List<String> inside = code.named(ImportNames.top(first.module()));
        String more = places.size() == 1 ? "" : " (" + (places.size() - 1) + " more such imports)";
        return Finding.warning(
                Rule.UNDECLARED_IMPORT,
                first.path(),
                first.line(),
                "It imports " + first.module() + more
                        + ", but nothing provides it: not Python, the project, the service, or a declared dependency.",
                inside.isEmpty()
                        ? "Add the package that provides it, such as " + ImportNames.example(first.module()) + ", to "
                                + where(project) + "."
                        : "If you mean " + inside.get(0) + ", import it as " + ModuleName.of(inside.get(0))
                                + ". Otherwise add the package to " + where(project) + ".");
    }

    private static String where(CheckedProject project) {
        return project.packaged(Dependencies.PROJECT).isPresent()
                ? "'dependencies' in [project] of pyproject.toml"
                : "requirements.txt";
    }
}
