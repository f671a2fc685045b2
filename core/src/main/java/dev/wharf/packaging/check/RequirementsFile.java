package dev.wharf.packaging.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A requirements file of pip's: one dependency or option a line, joined by backslashes, with comments.
 *
 * @param requirements its dependencies
 * @param included the requirements files it includes, as written
 * @param constraints the files of constraints it names, as written
 */
record RequirementsFile(List<Requirement> requirements, List<String> included, List<String> constraints) {
    /** What pip takes for the end of a line: all that Python's {@code splitlines} does, form feeds among them. */
    private static final Pattern LINE_ENDS = Pattern.compile("\\R|[\\x1c-\\x1e]");

    static RequirementsFile read(String text) {
        RequirementsFile file = new RequirementsFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        StringBuilder joined = new StringBuilder();
        int line = 0;
        int begun = 0;
        for (String part : LINE_ENDS.split(text, -1)) {
            line++;
            begun = joined.length() == 0 ? line : begun;
            boolean comment = part.stripLeading().startsWith("#");
            if (part.endsWith("\\") && !comment) {
                joined.append(part, 0, part.length() - 1).append(' ');
            } else {
                file.add(joined.append(part).toString(), begun);
                joined.setLength(0);
            }
        }
        file.add(joined.toString(), begun);
        return file;
    }

    private void add(String joined, int line) {
        String text = withoutComment(joined).strip();
        if (text.startsWith("-")) {
            option(text);
        } else if (!text.isEmpty()) {
            boolean hashed = text.contains(" --hash");
            int options = text.indexOf(" --");
            Requirement requirement = Requirement.of((options < 0 ? text : text.substring(0, options)).strip(), line);
            requirements.add(hashed ? new Requirement(requirement.name(), true, line) : requirement);
        }
    }

    private void option(String text) {
        addValue(text, included, "-r", "--requirement");
        addValue(text, constraints, "-c", "--constraint");
    }

    private static void addValue(String text, List<String> values, String brief, String full) {
        if (text.startsWith(full)) {
            values.add(
                    text.substring(full.length()).replaceFirst("^[= \t]+", "").strip());
        } else if (text.startsWith(brief)) {
            values.add(text.substring(brief.length()).strip());
        }
    }

    /** A number sign begins a comment at a line's start or behind a space: in a URL it does not. */
    private static String withoutComment(String text) {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
                return text.substring(0, at);
            }
        }
        return text;
    }
}
