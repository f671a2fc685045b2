package dev.wharf.packaging.check;

import dev.wharf.packaging.python.PythonToken;
import dev.wharf.packaging.python.PythonUses;
import dev.wharf.packaging.python.PythonUses.Line;
import dev.wharf.packaging.selection.Exclusion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that code reads, and directories that it adds to Python's search path, that are there and do not go into the archive.
 * Only what code names in plain strings is seen, only where it reads it, and only where it fails without it.
 */
final class LeftOutFileCheck implements Check {
    private static final Set<String> READING = Set.of("open", "read_text", "read_bytes", "__file__", "joinpath");
    private static final Set<String> NOT_READING = Set.of(
            "exists",
            "is_file",
            "isfile",
            "isdir",
            "is_dir",
            "mkdir",
            "makedirs",
            "unlink",
            "remove",
            "rmtree",
            "write_text",
            "write_bytes",
            "FileHandler",
            "RotatingFileHandler",
            "dump",
            "touch",
            "savefig",
            "load_dotenv",
            "configuration_path");

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.selection().excluded().isEmpty()) {
            return List.of();
        }
        Map<String, Finding> all = new LinkedHashMap<>();
        ProjectPaths paths = new ProjectPaths(project);
        new ReachableCode(project, paths).files().forEach((path, uses) -> look(paths, path, uses, all));
        return List.copyOf(all.values());
    }

    private static void look(ProjectPaths paths, String path, PythonUses uses, Map<String, Finding> all) {
        Set<String> opened = uses.lines().stream()
                .filter(LeftOutFileCheck::reads)
                .flatMap(line -> line.tokens().stream())
                .filter(PythonToken::isName)
                .map(PythonToken::text)
                .collect(Collectors.toCollection(HashSet::new));
        for (Line line : uses.lines()) {
            if (line.block().forgivesFiles()) {
                continue;
            }
            boolean search = line.changesPath();
            if (search || reads(line) || namesWhatIsOpened(line, opened)) {
                for (String candidate : new NamedPaths(line.tokens(), path).all()) {
                    leftOut(paths, candidate, search)
                            .ifPresent(e -> all.putIfAbsent(candidate, finding(path, line, candidate, e, search)));
                }
            }
        }
    }

    private static Optional<Exclusion> leftOut(ProjectPaths paths, String path, boolean directory) {
        return paths.leftOut(path).filter(e -> paths.isDirectory(path) == directory);
    }

    private static boolean reads(Line line) {
        boolean reads = line.names(READING)
                || line.tokens().stream().anyMatch(t -> t.isName() && t.text().startsWith("read_"));
        return reads && !line.names(NOT_READING) && line.tokens().stream().noneMatch(LeftOutFileCheck::isWriting);
    }

    private static boolean isWriting(PythonToken token) {
        String content = token.content();
        return (content != null && content.matches("[wax][bt+]{0,2}|r[bt]?\\+"))
                || (token.isName()
                        && (token.text().startsWith("to_") || token.text().startsWith("write")));
    }

    /** A constant that is a file's name, and is opened elsewhere in the module. */
    private static boolean namesWhatIsOpened(Line line, Set<String> opened) {
        List<PythonToken> tokens = line.tokens();
        return tokens.size() == 3
                && tokens.get(0).isName()
                && tokens.get(1).is("=")
                && opened.contains(tokens.get(0).text());
    }

    private static Finding finding(String path, Line line, String named, Exclusion exclusion, boolean search) {
        boolean pattern = exclusion.reason().file() != null;
        return Finding.warning(
                Rule.LEFT_OUT_FILE,
                path,
                line.tokens().get(0).line(),
                (search ? "It adds a directory to Python's module path: " : "It reads ") + named
                        + ", which does not go into the archive: " + exclusion.reason() + " leaves it out.",
                named.equals("configuration.json")
                        ? "Use the configuration passed to update and schema."
                        : pattern
                                ? "Remove or narrow the pattern, or add below it: !" + named
                                : "Give it a name or a place that is packaged.");
    }
}
