package dev.wharf.packaging.check;

import java.util.Base64;
import java.util.Random;

/** Secrets, drawn here: none of them was ever anybody's. */
abstract class DrawnSecrets {
    static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Text drawn from an alphabet, the same in every run; no token in this file is one that anybody ever used. */
    static String random(String alphabet, int length) {
        Random random = new Random(length * 31L + alphabet.length());
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }

    static String drawn(int length) {
        return random(ALPHANUMERIC, length);
    }

    static String base64(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    static String key(String label, String lineEnd) {
        return "-----BEGIN " + label + "-----" + lineEnd + base64(48) + lineEnd + base64(45) + lineEnd + "-----END "
                + label + "-----";
    }
}
