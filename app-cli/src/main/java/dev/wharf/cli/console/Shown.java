package dev.wharf.cli.console;

/** Text as it may go to a terminal: what would move the cursor, change colours or reorder letters is made visible. */
public final class Shown {
    private Shown() {}

    /**
     * One line of text, made harmless.
     *
     * @param text text of any origin
     * @return the text, control and formatting characters written as {@code \}{@code u....}
     */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Shown::isUnsafe)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnsafe(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
