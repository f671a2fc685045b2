package dev.wharf.packaging.secrets;

import org.jspecify.annotations.Nullable;

/** The private part of a key as PuTTY writes it: a number of lines, then the lines. */
record PuttyKeyShape() implements SecretShape {
    private static final String BEGIN = "Private-Lines: ";
    private static final ByteClass DIGITS = ByteClass.of("0-9");
    private static final ByteClass LINE_END = ByteClass.of("\r\n");
    private static final int LINE = 64;
    private static final int ENOUGH = 40;

    @Override
    public String anchor() {
        return "private-lines: ";
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int digits = start + BEGIN.length();
        int lineEnd = window.runEnd(digits, DIGITS, 3);
        int from = skipLineEnd(window, lineEnd);
        int end = window.runEnd(from, ByteClass.BASE64, LINE);
        return from == lineEnd || end - from < ENOUGH || Placeholder.isMadeUp(window.text(from, end))
                ? null
                : new Sighting("a PuTTY private key", end);
    }

    /** Skips a line's end, also one that is escaped in a string. */
    private static int skipLineEnd(Window window, int at) {
        int end = window.runEnd(at, LINE_END, 2);
        while (window.at(end) == '\\' && (window.at(end + 1) == 'n' || window.at(end + 1) == 'r')) {
            end += 2;
        }
        return end;
    }
}
