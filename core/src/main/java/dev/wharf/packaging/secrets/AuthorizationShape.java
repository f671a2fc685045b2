package dev.wharf.packaging.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as an HTTP header carries them: {@code Authorization: Bearer ...}.
 *
 * @param anchor the scheme and a space, in lower case
 */
record AuthorizationShape(String anchor) implements SecretShape {
    private static final ByteClass CREDENTIALS = ByteClass.of("A-Za-z0-9._~+/=-");
    private static final int MAX = 1024;
    private static final int MIN = 16;
    private static final int HEADER = 32;

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int from = start + anchor.length();
        int end = window.runEnd(from, CREDENTIALS, MAX);
        if (file.isBinary() || end - from < MIN || !isInHeader(window, start)) {
            return null;
        }
        String value = window.text(from, end);
        boolean digit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
        return !digit || Placeholder.isOne(value) || Placeholder.isOne(decoded(value)) || Placeholder.entropy(value) < 3
                ? null
                : new Sighting("credentials in an authorization header", end);
    }

    /** The password, or the user where there is none, of what stands there in base64; nothing is decoded of what is no base64, or no text. */
    private String decoded(String value) {
        try {
            String text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            boolean readable = anchor.equals("basic ") && text.chars().allMatch(c -> c > ' ' && c <= '~');
            int colon = Math.max(0, text.indexOf(':'));
            String password = colon + 1 < text.length() ? text.substring(colon + 1) : text.substring(0, colon);
            return readable && colon > 0 ? password : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isInHeader(Window window, int start) {
        return window.text(start - HEADER, start).toLowerCase(Locale.ROOT).contains("authorization");
    }
}
