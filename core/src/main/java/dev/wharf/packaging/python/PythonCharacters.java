package dev.wharf.packaging.python;

/** Which characters Python source may have outside of strings and comments. */
final class PythonCharacters {
    /** Signs that Unicode counts among the letters of identifiers all the same (Other_ID_Start, Other_ID_Continue). */
    private static final String LETTERS_ALL_THE_SAME =
            "\u2118\u212e\u309b\u309c\u00b7\u0387\u1369\u136a\u136b\u136c\u136d\u136e\u136f\u1370\u1371\u19da\u200c\u200d\u30fb\uff65";

    private PythonCharacters() {}

    /**
     * Whether a character beyond ASCII may be in a name. Surrogates, and what this machine's Unicode does not know yet, may:
     * another version may know them as letters.
     */
    static boolean mayBeInName(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.OTHER_NUMBER -> LETTERS_ALL_THE_SAME.indexOf(c) >= 0;
            default -> true;
        };
    }

    /** What to say of a character that stands where none of its kind may. */
    static String strange(char c) {
        if (c == 0x1a) {
            return "It holds Ctrl-Z (U+001A), which ended files on old systems. Python fails with 'invalid"
                    + " non-printable character'.";
        }
        String code = "U+%04X".formatted((int) c);
        int type = Character.getType(c);
        boolean isVisible = type != Character.CONTROL && type != Character.FORMAT && type != Character.SPACE_SEPARATOR;
        return isVisible
                ? "The character '" + c + "' (" + code + ") is allowed in strings and comments only."
                : "It holds " + code + ", an invisible character. Python fails with 'invalid non-printable character'.";
    }
}
