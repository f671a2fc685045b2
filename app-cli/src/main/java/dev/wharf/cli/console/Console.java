package dev.wharf.cli.console;

import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Results to the standard output, everything else to the standard error. */
public final class Console {

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
     * @param text one line; line breaks in it are those of names and texts of others, and made visible
     */
    public void note(String text) {
        if (!quiet) {
            surroundings.err().print(Shown.line(text) + "\n");
        }
    }

    /**
     * Warns of something the user may not expect.
     *
     * @param text one line, as in {@link #note}
     */
    public void warn(String text) {
        if (!quiet) {
            surroundings.err().print(label(Emphasis.WARNING, "Warning:") + " " + Shown.line(text) + "\n");
        }
    }

    /**
     * Says what the user may want to do next.
     *
     * @param text one line, as in {@link #note}
     */
    public void hint(String text) {
        note("Hint: " + text);
    }

    /**
     * Begins to show how far work has come that may take long.
     *
     * @param task what is done, one word or a few
     * @param total how many bytes will pass, where that is known
     * @return the progress, which the caller closes before anything else is said
     */
    public Progress progress(String task, OptionalLong total) {
        Progress.Style style = surroundings.terminal().error() ? Progress.Style.BAR : Progress.Style.LINES;
        return new Progress(
                surroundings.err(), quiet ? Progress.Style.NONE : style, Shown.line(task), total, System::nanoTime);
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
        String label = error ? label(Emphasis.REMOVED, "error:") : label(Emphasis.WARNING, "warning:");
        surroundings.err().print(label + " " + Shown.line(finding.toString()) + "\n");
    }

    /**
     * A line of a result, made to stand out where colours are used.
     *
     * @param emphasis how
     * @param line the line, harmless to a terminal
     * @return the line as it is to be shown
     */
    public String emphasized(Emphasis emphasis, String line) {
        return color.decide(surroundings.terminal().output(), surroundings) ? emphasis.apply(line) : line;
    }

    private List<String> highlightFirst(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.set(0, emphasized(Emphasis.HEADING, all.get(0)));
        return all;
    }

    private String label(Emphasis emphasis, String label) {
        return color.decide(surroundings.terminal().error(), surroundings) ? emphasis.apply(label) : label;
    }
}
