package dev.wharf.filesystem;

import dev.wharf.port.VersionControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git knows of a directory's files: what its index records, and what it is told to ignore by whatever file. Git is asked
 * once, when it is first needed; where there is no git, or no repository that it may read, nothing is known.
 */
public final class GitWorkTree implements VersionControl {
    private static final String EXECUTABLE = "100755";
    private static final String FILE = "100";
    private static final String REPOSITORY = "160000";
    /** Where an answer about one path has its parts: file, line, pattern, path. */
    private static final int IGNORED_PARTS = 4;

    private final Path directory;
    private final FileNames names;
    private final QuietGit git;
    private boolean asked;
    private Optional<Map<String, Recorded>> recorded = Optional.empty();

    /**
     * A directory's repository, if it has one.
     *
     * @param directory the project's directory
     */
    public GitWorkTree(Path directory) {
        this.directory = directory.toAbsolutePath();
        this.names = new FileNames(this.directory);
        this.git = new QuietGit(directory);
    }

    @Override
    public synchronized Optional<Map<String, Recorded>> recorded() {
        if (!asked) {
            recorded = git.ask(List.of(), 0, "ls-files", "--stage", "-z", "--", ".")
                    .map(GitWorkTree::read);
            asked = true;
        }
        return recorded;
    }

    /** Each part is: mode, object, stage, a tab, path. */
    private static Map<String, Recorded> read(List<String> parts) {
        Map<String, Recorded> all = new HashMap<>();
        for (String part : parts) {
            int tab = part.indexOf('\t');
            if (tab > 0) {
                String mode = part.substring(0, part.indexOf(' '));
                all.put(
                        part.substring(tab + 1),
                        new Recorded(mode.startsWith(FILE), mode.equals(EXECUTABLE), mode.equals(REPOSITORY)));
            }
        }
        return Map.copyOf(all);
    }

    @Override
    public Map<String, IgnoredBy> ignored(Collection<String> paths) {
        List<String> own = paths.stream().filter(this::isNotBeyondALink).toList();
        Optional<Path> top = own.isEmpty() ? Optional.empty() : top();
        if (top.isEmpty()) {
            return Map.of();
        }
        // 1 says that none is ignored.
        List<String> parts =
                git.ask(own, 1, "check-ignore", "--verbose", "-z", "--stdin").orElse(List.of());
        Map<String, IgnoredBy> ignored = new HashMap<>();
        for (int at = 0; at + IGNORED_PARTS <= parts.size(); at += IGNORED_PARTS) {
            String pattern = parts.get(at + 2);
            if (!pattern.startsWith("!")) {
                ignored.put(
                        parts.get(at + 3),
                        new IgnoredBy(pattern, shown(parts.get(at), top.get()), number(parts.get(at + 1))));
            }
        }
        return ignored;
    }

    /** Git answers nothing at all if it is asked about one path that leads through a link. */
    private boolean isNotBeyondALink(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (Files.isSymbolicLink(names.resolve(path.substring(0, slash)))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Path> top() {
        return git.ask(List.of(), 0, "rev-parse", "--show-toplevel")
                .filter(parts -> !parts.isEmpty())
                .flatMap(parts -> path(parts.get(0).strip()));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Git names ignore files of a repository as seen from its top; here they are named as seen from the project. */
    private String shown(String source, Path top) {
        try {
            Path file = top.resolve(source);
            return file.startsWith(top)
                    ? directory.toRealPath().relativize(file).toString()
                    : file.toString();
        } catch (IOException | IllegalArgumentException e) {
            return source;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
