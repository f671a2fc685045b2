package dev.wharf.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aligned columns, two spaces apart, nothing after the last word of a line. Numbers stand on the right. */
public final class Table {
    private static final String ABSENT = "-";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;
    private final int[] widths;

    private Table(int columns) {
        numeric = new boolean[columns];
        widths = new int[columns];
    }

    /**
     * A table with a line of headers.
     *
     * @param headers the columns' names
     * @return the table, without rows
     */
    public static Table headed(String... headers) {
        Table table = new Table(headers.length);
        table.add(List.of(headers));
        return table;
    }

    /**
     * A table of names and their values.
     *
     * @return the table, without rows
     */
    public static Table fields() {
        return new Table(2);
    }

    /**
     * Adds a row.
     *
     * @param cells a value for each column; null where there is none
     * @return this table
     */
    public Table row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            numeric[i] |= cell instanceof Number;
            row.add(cell == null ? ABSENT : Shown.line(cell.toString()));
        }
        add(row);
        return this;
    }

    /**
     * The table as text.
     *
     * @return its lines
     */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private void add(List<String> row) {
        if (row.size() != widths.length) {
            throw new IllegalArgumentException(
                    "a row of " + row.size() + " cells in a table of " + Arrays.toString(widths));
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], length(row.get(i)));
        }
        rows.add(row);
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - length(cell));
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
