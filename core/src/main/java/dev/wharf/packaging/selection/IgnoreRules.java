package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns in force in a directory, built-in ones first, then those of the ignore files from the project's down to its
 * own; the last that matches decides. Whoever leaves a directory takes its patterns back.
 */
final class IgnoreRules {
    static final String IGNORE_FILE = ".gitignore";
    private static final List<String> BUILT_IN = List.of(
            "__pycache__/",
            "lib/",
            "include/",
            "files/",
            "crash-reports/",
            ".*",
            "configuration.json",
            "destination.json",
            "options.toml");

    private final List<Rule> rules = new ArrayList<>();

    /** A line of an ignore file, as it reads from the project; its pattern is null if it says nothing. */
    private record Rule(String text, @Nullable IgnorePattern pattern, Exclusion.Reason reason) {}

    IgnoreRules() {
        for (String text : BUILT_IN) {
            add(text, text, null, 0);
        }
    }

    /**
     * Adds the patterns of an ignore file.
     *
     * @param directory where the file lies, relative to the project; empty for the project itself
     * @param lines the file's lines
     */
    void add(String directory, List<String> lines) {
        String file = directory.isEmpty() ? IGNORE_FILE : directory + "/" + IGNORE_FILE;
        for (int i = 0; i < lines.size(); i++) {
            String line = IgnorePattern.strip(lines.get(i));
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(directory.isEmpty() ? line : below(directory, line), line, file, i + 1);
            }
        }
    }

    /** How many patterns are in force. */
    int count() {
        return rules.size();
    }

    /**
     * Takes back the patterns that came last.
     *
     * @param count how many stay
     */
    void keepFirst(int count) {
        rules.subList(count, rules.size()).clear();
    }

    /**
     * Whether what lies below an ignored directory has to be looked at: any line that begins with {@code !} asks for it, even
     * one that says nothing, or that begins so for its directory's name.
     */
    boolean mayReinclude() {
        return rules.stream().anyMatch(rule -> IgnorePattern.strip(rule.text).startsWith("!"));
    }

    /**
     * Decides about a path.
     *
     * @param path relative to the project; a directory's ends in {@code /}
     * @return why it is left out, or null if it is not
     */
    Exclusion.@Nullable Reason decide(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (rule.pattern != null && rule.pattern.matches(parts)) {
                return rule.pattern.isNegated() ? null : rule.reason;
            }
        }
        return null;
    }

    private void add(String text, String shown, @Nullable String file, int line) {
        IgnorePattern pattern;
        try {
            pattern = IgnorePattern.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidProjectException(
                    file + ", line " + line + ": the pattern '" + shown + "' is not valid: " + e.getMessage() + ".", e);
        }
        rules.add(new Rule(text, pattern, new Exclusion.Reason(shown, file, line)));
    }

    /** Rewrites a nested file's pattern as the vendor's packager does: anchored at its directory, else at any depth below. */
    static String below(String directory, String line) {
        boolean negated = line.startsWith("!");
        String body = negated ? line.substring(1) : line;
        String moved = body.startsWith("/") ? directory + body : directory + "/**/" + body;
        return negated ? "!" + moved : moved;
    }
}
