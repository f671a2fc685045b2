package dev.wharf.packaging.check;

import java.util.Base64;
import java.util.Random;

/** Parts of tokens, drawn here: none of them was ever anybody's. */
abstract class DrawnTokens {
    static final String DIGITS = "0123456789";
    static final String HEX = DIGITS + "abcdef";
    static final String UPPER = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String ALL = UPPER + "abcdefghijklmnopqrstuvwxyz";

    static String drawn(String alphabet, int length) {
        Random random = new Random(length * 37L + alphabet.length());
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }

    static String all(int length) {
        return drawn(ALL, length);
    }

    static String hex(int length) {
        return drawn(HEX, length);
    }

    static String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    static String base64(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
