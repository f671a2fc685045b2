package dev.wharf.cli.console;

/** How a line stands out where colours are used. */
public enum Emphasis {
    /** Not at all. */
    NONE(""),
    /** A heading. */
    HEADING("\033[1m"),
    /** Something new. */
    ADDED("\033[32m"),
    /** Something gone, or wrong. */
    REMOVED("\033[31m"),
    /** Something to look at. */
    WARNING("\033[33m");

    private static final String PLAIN = "\033[0m";
    private final String begin;

    Emphasis(String begin) {
        this.begin = begin;
    }

    /** The line, coloured. */
    String apply(String line) {
        return begin.isEmpty() ? line : begin + line + PLAIN;
    }
}
