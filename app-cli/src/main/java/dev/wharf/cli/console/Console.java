package dev.wharf.cli.console;

import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Results to the standard output, everything else to the standard error. */
public final class Console {
    private static final String BOLD = "\033[1m";
    private static final String RED = "\033[31m";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";

    private final Surroundings surroundings;
    private final OutputFormat format;
    private final ColorChoice color;
    private final boolean quiet;

    /**
     * A console.
     *
     * @param surroundings the streams
     * @param format how results are written
     * @param color whether colours are used
     * @param quiet whether only results and failures are written
     */
    public Console(Surroundings surroundings, OutputFormat format, ColorChoice color, boolean quiet) {
        this.surroundings = surroundings;
        this.format = format;
        this.color = color;
        this.quiet = quiet;
    }

    /**
     * Whether results are for a program.
     *
     * @return true for one JSON document
     */
    public boolean isJson() {
        return format == OutputFormat.JSON;
    }

    /**
     * Shows the command's result.
     *
     * @param document the result for programs
     * @param lines the result for people, harmless to a terminal
     */
    public void show(Map<String, ?> document, Supplier<List<String>> lines) {
        PrintStream out = surroundings.out();
        if (isJson()) {
            out.print(Json.text(document) + "\n");
        } else {
            lines.get().forEach(line -> out.print(line + "\n"));
        }
    }

    /**
     * Shows a list: for people a table whose first line are its headers.
     *
     * @param document the list for programs
     * @param table the list for people; not asked for if there is nothing in it
     * @param isEmpty whether there is nothing in it
     * @param nothing what to say then
     */
    public void showList(Map<String, ?> document, Supplier<Table> table, boolean isEmpty, String nothing) {
        if (isEmpty && !isJson()) {
            note(nothing);
            return;
        }
        show(document, () -> highlightFirst(table.get().lines()));
    }

    /**
     * Says something that is not the result.
     *
     * @param text one or more lines
     */
    public void note(String text) {
        if (!quiet) {
            surroundings.err().print(Shown.lines(text) + "\n");
        }
    }

    /**
     * Warns of something the user may not expect.
     *
     * @param text one or more lines
     */
    public void warn(String text) {
        if (!quiet) {
            boolean colored = color.decide(surroundings.terminal().error(), surroundings);
            surroundings
                    .err()
                    .print((colored ? YELLOW + "Warning:" + PLAIN : "Warning:") + " " + Shown.lines(text) + "\n");
        }
    }

    /**
     * Says what is wrong with a project.
     *
     * @param finding what is wrong
     */
    public void finding(Finding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        if (quiet && !error) {
            return;
        }
        boolean colored = color.decide(surroundings.terminal().error(), surroundings);
        String label = error ? "error:" : "warning:";
        String shown = colored ? (error ? RED : YELLOW) + label + PLAIN : label;
        surroundings.err().print(shown + " " + Shown.line(finding.toString()) + "\n");
    }

    private List<String> highlightFirst(List<String> lines) {
        if (!color.decide(surroundings.terminal().output(), surroundings)) {
            return lines;
        }
        List<String> all = new ArrayList<>(lines);
        all.set(0, BOLD + all.get(0) + PLAIN);
        return all;
    }
}
