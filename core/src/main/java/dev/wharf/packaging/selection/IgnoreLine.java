package dev.wharf.packaging.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of an ignore file that is meant as a pattern, to ask what it names whether or not anybody heeds it. */
public final class IgnoreLine {
    private final String text;
    private final int line;
    private final @Nullable IgnorePattern pattern;

    private IgnoreLine(String text, int line, @Nullable IgnorePattern pattern) {
        this.text = text;
        this.line = line;
        this.pattern = pattern;
    }

    /**
     * Reads an ignore file's text, as the vendor's packager would.
     *
     * @param directory where the file lies, relative to the project; empty for the project itself
     * @param content the file's text
     * @return its lines in order, without blank ones and comments
     */
    public static List<IgnoreLine> read(String directory, String content) {
        List<IgnoreLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = IgnorePattern.strip(line);
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new IgnoreLine(text, number, parse(directory, text)));
            }
        }
        return lines;
    }

    private static @Nullable IgnorePattern parse(String directory, String text) {
        try {
            return IgnorePattern.parse(directory.isEmpty() ? text : IgnoreRules.below(directory, text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The pattern.
     *
     * @return the line without white space at its ends
     */
    public String text() {
        return text;
    }

    /**
     * Where it stands.
     *
     * @return the line's number, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Whether it can name anything at all.
     *
     * @return false where it cannot be read as a pattern
     */
    public boolean isPattern() {
        return pattern != null;
    }

    /**
     * Whether it asks to leave a file out.
     *
     * @param path the file's path, relative to the project
     * @return whether it names the file, or a directory above it, and does not begin with {@code !}
     */
    public boolean leavesOut(String path) {
        return pattern != null && !pattern.isNegated() && pattern.matches(Arrays.asList(path.split("/", -1)));
    }
}
