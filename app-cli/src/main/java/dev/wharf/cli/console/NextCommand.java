package dev.wharf.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        List<String> all = new ArrayList<>(List.of("wharf"));
        all.addAll(List.of(words));
        all.addAll(target);
        return all.stream().map(NextCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        var option = OPTION.matcher(word);
        return option.matches() ? option.group(1) + inQuotes(option.group(2)) : inQuotes(word);
    }

    /** Between single quotes a shell reads everything as it is, and a single quote only outside of them. */
    private static String inQuotes(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
