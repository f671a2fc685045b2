package dev.wharf.http;

/** What others say, as it may stand in a message, a log or on a terminal: in one line, of a length that can be read. */
final class Told {
    private static final int MOST = 1000;

    private Told() {}

    /** The text with control and formatting characters written as {@code \}{@code u....}, cut off where it is too long. */
    static String line(String text) {
        int end = Math.min(text.length(), MOST);
        StringBuilder line = new StringBuilder(end);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            if (isHarmless(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format("\\u%04x", c));
            }
            i += Character.charCount(c);
        }
        return end < text.length() ? line + "…" : line.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
