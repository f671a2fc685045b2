package dev.wharf.packaging.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A requirements file of pip's: one dependency or option a line, joined by backslashes, with comments.
 *
 * @param requirements its dependencies
 * @param options what else it says that leads to files or servers
 */
public record RequirementsFile(List<Requirement> requirements, List<Option> options) {
    /** What pip takes for the end of a line: all that Python's {@code splitlines} does, form feeds among them. */
    private static final Pattern LINE_ENDS = Pattern.compile("\\R|[\\x1c-\\x1e]");

    /**
     * An option that leads somewhere.
     *
     * @param kind what it leads to
     * @param value where it leads, as written
     * @param line the line it stands on
     */
    public record Option(Kind kind, String value, int line) {}

    /** What an option leads to. */
    public enum Kind {
        /** Another file of requirements. */
        INCLUDED,
        /** A file of constraints. */
        CONSTRAINTS,
        /** A dependency that is installed from its source in place. */
        EDITABLE,
        /** A server of packages. */
        INDEX,
        /** A page or directory of packages. */
        LINKS;

        private List<String> names() {
            return switch (this) {
                case INCLUDED -> List.of("-r", "--requirement");
                case CONSTRAINTS -> List.of("-c", "--constraint");
                case EDITABLE -> List.of("-e", "--editable");
                case INDEX -> List.of("-i", "--index-url", "--extra-index-url");
                case LINKS -> List.of("-f", "--find-links");
            };
        }

        /** The value behind one of its names; null if it is another option. */
        private @Nullable String value(String text) {
            for (String name : names()) {
                String rest = text.startsWith(name) ? text.substring(name.length()) : "";
                boolean full = name.startsWith("--");
                if (!rest.isEmpty()
                        && (!full || "= \t".indexOf(rest.charAt(0)) >= 0)
                        && (full || text.charAt(1) != '-')) {
                    String value = rest.replaceFirst("^[= \t]+", "").strip();
                    return value.replaceAll("^(['\"])(.*)\\1$", "$2");
                }
            }
            return null;
        }
    }

    /**
     * Reads a file. Never fails: what pip would refuse is kept as it is written.
     *
     * @param text the file's text
     * @return what it says, in order; files that it includes are not read
     */
    public static RequirementsFile read(String text) {
        RequirementsFile file = new RequirementsFile(new ArrayList<>(), new ArrayList<>());
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
            option(text, line);
        } else if (!text.isEmpty()) {
            boolean hashed = text.contains(" --hash");
            int options = text.indexOf(" --");
            Requirement requirement = Requirement.of((options < 0 ? text : text.substring(0, options)).strip(), line);
            requirements.add(
                    hashed ? new Requirement(requirement.name(), true, line, requirement.text()) : requirement);
        }
    }

    private void option(String text, int line) {
        for (Kind kind : Kind.values()) {
            String value = kind.value(text);
            if (value != null) {
                options.add(new Option(kind, value, line));
                return;
            }
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
