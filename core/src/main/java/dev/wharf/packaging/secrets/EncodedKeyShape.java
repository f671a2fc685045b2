package dev.wharf.packaging.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A private key with its armour, all of it in base64 once more, as variables and secrets of clusters hold it. */
final class EncodedKeyShape implements SecretShape {
    /** How every armour begins in base64; the next letter is the first of what it holds. */
    private static final String BEGIN = "LS0tLS1CRUdJTi";

    private static final int MAX = 1024;
    /** An armour's first line and the shortest key, in base64. */
    private static final int MIN = 120;
    /** So much tells what the armour holds; a multiple of four. */
    private static final int LOOKED_AT = 80;

    @Override
    public String anchor() {
        return "ls0tls1crudjti";
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int end = window.runEnd(start, ByteClass.BASE64, MAX);
        if (!window.startsWith(BEGIN, start) || end - start < MIN) {
            return null;
        }
        String head = decoded(window.text(start, start + LOOKED_AT));
        int label = head.indexOf("PRIVATE KEY");
        return label < 0 || label > head.indexOf("-----", BEGIN.length()) ? null : new Sighting("a private key", end);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            // Padding in the midst of it: it is no armour.
            return "";
        }
    }
}
