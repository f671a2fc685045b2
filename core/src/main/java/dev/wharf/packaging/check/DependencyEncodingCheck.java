package dev.wharf.packaging.check;

import dev.wharf.packaging.python.PythonCodecs;
import dev.wharf.packaging.requirements.RequirementsFile;
import dev.wharf.packaging.requirements.RequirementsFile.Kind;
import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who installs a connector's dependencies can read the files that name them. What pip makes of each way to write one was tried
 * with pip 23.2, and what the vendor's packager makes of it with that of version 3.0 of the SDK.
 */
final class DependencyEncodingCheck implements Check {
    private static final String REQUIREMENTS = "requirements.txt";
    private static final String PROJECT = "pyproject.toml";
    private static final String SAVE = "Save the file as UTF-8.";
    private static final Pattern DECLARATION = Pattern.compile("^#.{0,200}?coding[:=]\\s*([-\\w.]+)");
    private static final char CTRL_Z = 0x1a;

    @Override
    public List<Finding> findings(CheckedProject project) {
        ProjectPaths paths = new ProjectPaths(project);
        if (paths.hasFile(PROJECT)) {
            Text text = project.text(PROJECT);
            return text == null ? List.of() : toml(text).stream().toList();
        }
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(REQUIREMENTS));
        for (String path = left.poll(); path != null; path = left.poll()) {
            Text text = seen.add(path) && paths.hasFile(path) ? project.text(path) : null;
            if (text != null) {
                requirements(path, text).ifPresent(findings::add);
                RequirementsFile file = RequirementsFile.read(text.content());
                String directory = path.substring(0, path.lastIndexOf('/') + 1);
                file.options().stream()
                        .filter(option -> option.kind() == Kind.INCLUDED || option.kind() == Kind.CONSTRAINTS)
                        .map(RequirementsFile.Option::value)
                        .map(name -> ProjectPaths.normal(directory + name))
                        .filter(Objects::nonNull)
                        .forEach(left::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> requirements(String path, Text text) {
        String title = text.encoding().title();
        boolean isUtf16 = title.equals("UTF-16");
        if (text.encoding().isWide()) {
            return Optional.of(
                    isUtf16 && text.hadMark()
                            ? warning(path, 1, "It is UTF-16. pip reads it, but the vendor's packager fails.")
                            : error(
                                    path,
                                    1,
                                    "It is " + title + (text.hadMark() ? "" : " without a byte order mark")
                                            + ". pip fails with 'Invalid requirement'."));
        }
        OptionalInt malformed = text.malformedAt();
        Optional<String> declared = declared(text.content());
        if (malformed.isPresent()) {
            int at = malformed.getAsInt();
            String message = "It is not UTF-8 text. %s fails at the byte 0x%02X with 'utf-8' codec can't decode."
                    .formatted(
                            declared.isPresent() ? "The vendor's packager" : "pip, like the vendor's packager,",
                            (int) text.content().charAt(at));
            return Optional.of(
                    declared.isPresent()
                            ? warning(path, text.lineOf(at), message)
                            : error(path, text.lineOf(at), message));
        }
        if (declared.isPresent() && !PythonCodecs.isKnown(declared.get())) {
            return Optional.of(Finding.warning(
                    Rule.DEPENDENCY_FILE,
                    path,
                    1,
                    "It declares the coding '" + declared.get()
                            + "', which Python does not support. pip fails with 'unknown encoding'.",
                    "Remove the declaration."));
        }
        return signs(path, text);
    }

    private static Optional<Finding> signs(String path, Text text) {
        String content = text.content();
        int zero = content.indexOf('\0');
        if (zero >= 0) {
            return Optional.of(Finding.warning(
                    Rule.DEPENDENCY_FILE,
                    path,
                    text.lineOf(zero),
                    "It holds a zero byte. pip takes it as part of a requirement.",
                    "Remove it."));
        }
        int end = content.indexOf(CTRL_Z);
        if (end >= 0
                && !content.substring(content.lastIndexOf('\n', end) + 1, end).contains("#")) {
            return Optional.of(Finding.error(
                    Rule.DEPENDENCY_FILE,
                    path,
                    text.lineOf(end),
                    "It holds Ctrl-Z (U+001A), which ended files on old systems. pip fails with 'Invalid requirement'.",
                    "Remove it."));
        }
        int first = content.indexOf('\r');
        boolean alone = first >= 0 && first < content.length() - 1 && content.indexOf('\n') < 0;
        return alone
                ? Optional.of(Finding.warning(
                        Rule.DEPENDENCY_FILE,
                        path,
                        1,
                        "Its lines end with a carriage return alone. pip reads them, but git and most other tools"
                                + " see one line.",
                        "Save it with Unix line endings."))
                : Optional.empty();
    }

    private static Optional<Finding> toml(Text text) {
        if (text.isUtf8() && !text.hadMark()) {
            return Optional.empty();
        }
        int line =
                text.malformedAt().isPresent() ? text.lineOf(text.malformedAt().getAsInt()) : 1;
        String what = text.isUtf8()
                ? "It begins with a byte order mark"
                : "It is " + text.encoding().title();
        return Optional.of(warning(PROJECT, line, what + ". TOML is plain UTF-8, so Python's reader fails."));
    }

    private static Optional<String> declared(String content) {
        return content.lines()
                .limit(2)
                .map(DECLARATION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static Finding error(String path, int line, String message) {
        return Finding.error(Rule.DEPENDENCY_FILE, path, line, message, SAVE);
    }

    private static Finding warning(String path, int line, String message) {
        return Finding.warning(Rule.DEPENDENCY_FILE, path, line, message, SAVE);
    }
}
