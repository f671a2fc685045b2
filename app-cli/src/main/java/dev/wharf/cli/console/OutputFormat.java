package dev.wharf.cli.console;

/** How results and failures are written. */
public enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs: one document. */
    JSON
}
