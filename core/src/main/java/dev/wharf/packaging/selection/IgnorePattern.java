package dev.wharf.packaging.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of an ignore file, with the meaning the vendor's packager gives it: that of the Python library pathspec's
 * {@code gitwildmatch}, which differs from git's own in that the last matching pattern wins and a file below an excluded
 * directory can be re-included.
 */
final class IgnorePattern {
    private static final String ANY_DEPTH = "**";

    private final String text;
    private final boolean negated;
    private final boolean allButRootFiles;
    /** One glob a part; null stands for {@code **}. */
    private final List<@Nullable SegmentGlob> segments;

    private IgnorePattern(String text, boolean negated, boolean allButRootFiles, List<@Nullable SegmentGlob> segments) {
        this.text = text;
        this.negated = negated;
        this.allButRootFiles = allButRootFiles;
        this.segments = segments;
    }

    /**
     * Reads one line.
     *
     * @return the pattern, or null for a blank line, a comment, {@code /} alone, or an unclosed {@code [}
     * @throws IllegalArgumentException if it cannot be read
     */
    static @Nullable IgnorePattern parse(String line) {
        String text = line.endsWith("\\ ") ? line : stripEnd(line);
        if (text.isEmpty() || text.startsWith("#") || text.equals("/")) {
            return null;
        }
        boolean negated = text.startsWith("!");
        List<String> parts = new ArrayList<>(Arrays.asList((negated ? text.substring(1) : text).split("/", -1)));
        collapse(parts);
        anchor(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("it names nothing");
        }
        // The second is "!/", which the vendor's engine takes for "!**/".
        boolean allButRootFiles = parts.equals(List.of(ANY_DEPTH, "")) || parts.equals(List.of(""));
        if (parts.get(parts.size() - 1).isEmpty()) {
            parts.set(parts.size() - 1, ANY_DEPTH);
        }
        List<@Nullable SegmentGlob> segments = new ArrayList<>();
        for (String part : parts) {
            if (part.equals(ANY_DEPTH)) {
                segments.add(null);
                continue;
            }
            SegmentGlob glob = SegmentGlob.parse(part.equals("*") ? "?*" : part);
            if (glob == null) {
                return null;
            }
            segments.add(glob);
        }
        return new IgnorePattern(text, negated, allButRootFiles, segments);
    }

    /** Takes white space away at both ends: what Python takes for such, which is more than Java does. */
    static String strip(String line) {
        int from = 0;
        while (from < line.length() && isSpace(line.charAt(from))) {
            from++;
        }
        return stripEnd(line.substring(from));
    }

    private static String stripEnd(String line) {
        int to = line.length();
        while (to > 0 && isSpace(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(0, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** Whether a match re-includes instead of ignoring. */
    boolean isNegated() {
        return negated;
    }

    /**
     * Whether the pattern speaks of a path.
     *
     * @param path its parts; a directory's last part is empty
     */
    boolean matches(List<String> path) {
        if (allButRootFiles) {
            return path.size() > 1;
        }
        int part = 0;
        int at = 0;
        int lastAnyDepth = -1;
        int retryAt = 0;
        while (part < segments.size()) {
            SegmentGlob glob = segments.get(part);
            if (glob == null && part == segments.size() - 1) {
                return at < path.size();
            }
            if (glob == null) {
                lastAnyDepth = part++;
                retryAt = at;
            } else if (at < path.size() && glob.matches(path.get(at))) {
                part++;
                at++;
            } else if (lastAnyDepth >= 0 && retryAt < path.size()) {
                at = ++retryAt;
                part = lastAnyDepth + 1;
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }

    private static void collapse(List<String> parts) {
        for (int i = parts.size() - 1; i > 0; i--) {
            if (parts.get(i - 1).equals(ANY_DEPTH) && parts.get(i).equals(ANY_DEPTH)) {
                parts.remove(i);
            }
        }
    }

    /** A pattern that is one plain name matches at any depth; every other begins at its file's directory. */
    private static void anchor(List<String> parts) {
        if (parts.get(0).isEmpty()) {
            parts.remove(0);
        } else if (parts.size() == 1 || (parts.size() == 2 && parts.get(1).isEmpty())) {
            if (!parts.get(0).equals(ANY_DEPTH)) {
                parts.add(0, ANY_DEPTH);
            }
        }
    }
}
