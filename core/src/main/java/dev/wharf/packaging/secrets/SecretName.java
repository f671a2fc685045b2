package dev.wharf.packaging.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells from a variable's or setting's name whether its value is a secret: by its last words, as English builds names. */
final class SecretName {
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "secrets",
            "credential",
            "credentials",
            "apikey",
            "token",
            "accesskey",
            "secretkey",
            "privatekey",
            "authtoken",
            "accesstoken",
            "bearertoken",
            "refreshtoken");

    private static final List<String> ENDINGS = List.of("password", "passwd", "secret", "apikey", "accesskey");

    private static final Set<String> SECRET_KEYS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "auth",
            "encryption",
            "signing",
            "account",
            "master",
            "app",
            "application",
            "service",
            "subscription",
            "shared",
            "storage",
            "webhook",
            "hmac",
            "aes",
            "ssh",
            "consumer",
            "developer",
            "integration");

    private static final Set<String> HARMLESS_TOKENS = Set.of(
            "page",
            "next",
            "continuation",
            "cursor",
            "sync",
            "state",
            "stop",
            "pad",
            "csrf",
            "pagination",
            "start",
            "end",
            "resume",
            "delta",
            "skip",
            "max",
            "min",
            "special",
            "mask",
            "change",
            "previous",
            "prev");

    private static final Set<String> ENDS_OF_NAMES = Set.of(
            "prod",
            "production",
            "dev",
            "test",
            "staging",
            "stage",
            "qa",
            "value",
            "val",
            "default",
            "old",
            "new",
            "current",
            "str",
            "string",
            "text",
            "plain",
            "b64",
            "base64");

    private SecretName() {}

    static boolean isOne(String name) {
        List<String> words = words(name);
        while (words.size() > 1 && isEnd(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return switch (last) {
            case "key" -> SECRET_KEYS.contains(before);
            case "token" -> !HARMLESS_TOKENS.contains(before);
            default -> SECRETS.contains(last) || ENDINGS.stream().anyMatch(last::endsWith);
        };
    }

    /** Whether people choose such a value, so that it may be short. */
    static boolean isPassword(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("passw") || lower.contains("pwd") || lower.contains("passphrase");
    }

    private static boolean isEnd(String word) {
        return ENDS_OF_NAMES.contains(word) || word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = ByteClass.ALPHANUMERIC.has(c);
            boolean hump = c >= 'A' && c <= 'Z' && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((!letter || hump) && word.length() > 0) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (letter) {
                word.append(c);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
