package dev.wharf.cli.console;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines of this program as messages show them. They repeat the options that chose where this run works, and are quoted for a
 * shell, so that they do the right thing when they are pasted.
 */
public final class NextCommand {
    /** What no shell takes for anything else than itself. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private static final Pattern OPTION = Pattern.compile("(--[a-z-]+=)(.*)", Pattern.DOTALL);

    private final List<String> target;

    /**
     * The command lines of a run.
     *
     * @param target the options that chose where it works, in words not quoted yet
     */
    public NextCommand(List<String> target) {
        this.target = List.copyOf(target);
    }

    /**
     * A command line.
     *
     * @param words the command and its arguments, not quoted yet
     * @return the line, from the program's name on
     */
    public String line(String... words) {
        return Stream.concat(Stream.of(onFiles(words)), target.stream().map(NextCommand::quoted))
                .collect(Collectors.joining(" "));
    }

    /**
     * The line of a command that reads files only, wherever the run works.
     *
     * @param words the command and its arguments, not quoted yet
     * @return the line, from the program's name on
     */
    public String onFiles(String... words) {
        return Stream.concat(Stream.of("wharf"), Stream.of(words))
                .map(NextCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        Matcher option = OPTION.matcher(word);
        return option.matches() ? option.group(1) + inQuotes(option.group(2)) : inQuotes(word);
    }

    /** Between single quotes a shell reads everything as it is, and a single quote only outside of them. */
    private static String inQuotes(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
