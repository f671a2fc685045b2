package dev.wharf.jdbc;

import java.nio.charset.StandardCharsets;

/** What texts every database keeps: those without a NUL and without halves of characters. */
final class KeptText {
    private KeptText() {}

    /** Whether every database keeps a text as it is; what one cannot keep names nothing in it. */
    static boolean isKept(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
