package dev.wharf.packaging.selection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names files of a project: one by its path, or several by a pattern with the wildcards of ignore files. A text without
 * wildcards names one path, seen from the project, and nothing deeper.
 */
public final class PathPattern {
    private final String text;
    private final @Nullable IgnorePattern pattern;

    private PathPattern(String text, @Nullable IgnorePattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Reads a path or pattern.
     *
     * @param text the path, or a pattern such as {@code tests/**} or {@code *.pem}
     * @return what it names
     * @throws IllegalArgumentException if it is blank, begins with {@code !}, or cannot be read
     */
    public static PathPattern of(String text) {
        if (text.isBlank() || text.startsWith("!")) {
            throw new IllegalArgumentException("it names no files");
        }
        boolean wild = text.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        return new PathPattern(text, wild ? IgnorePattern.parse(text) : null);
    }

    /**
     * Whether it names a file.
     *
     * @param path the file's path, relative to the project
     * @return whether it does
     */
    public boolean matches(String path) {
        return text.equals(path) || (pattern != null && pattern.matches(Arrays.asList(path.split("/", -1))));
    }

    /** What was read. */
    @Override
    public String toString() {
        return text;
    }
}
