package dev.wharf.packaging.check;

import dev.wharf.packaging.python.PythonToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paths that a line of Python may name by its strings: each alone, and those that it joins. */
final class NamedPaths {
    private static final int MOST_JOINED = 8;
    private static final int LONGEST = 200;

    private final List<PythonToken> tokens;
    private final String directory;

    /** Looks at a line of a file of the project. */
    NamedPaths(List<PythonToken> tokens, String path) {
        this.tokens = tokens;
        this.directory = path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Paths relative to the project: seen from its root, and from the file's own directory. */
    Set<String> all() {
        Set<String> paths = new LinkedHashSet<>();
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String content = tokens.get(i).content();
            boolean follows =
                    i > 0 && (tokens.get(i - 1).is("/") || tokens.get(i - 1).is(","));
            if (content == null) {
                if (!tokens.get(i).is("/") && !tokens.get(i).is(",")) {
                    joined.clear();
                }
                continue;
            }
            if (!follows || joined.size() >= MOST_JOINED) {
                joined.clear();
            }
            joined.add(content);
            add(paths, content);
            if (joined.size() > 1) {
                add(paths, String.join("/", joined));
            }
        }
        return paths;
    }

    private void add(Set<String> paths, String written) {
        boolean plausible = !written.isBlank()
                && written.length() <= LONGEST
                && written.chars().noneMatch(c -> c < ' ' || "*?{}<>|\"\\%".indexOf(c) >= 0)
                && !ProjectPaths.isAbsolute(written);
        if (plausible) {
            for (String base : List.of("", directory)) {
                String normal = ProjectPaths.normal(base + written);
                if (normal != null && !normal.isEmpty()) {
                    paths.add(normal);
                }
            }
        }
    }
}
