package dev.wharf.packaging.check;

import java.util.Locale;

/**
 * A dependency of a connector, as PEP 508 writes it.
 *
 * @param name its name as PEP 503 normalizes it; empty if it is named by a URL or path alone
 * @param isPinned whether exactly one version is asked for
 * @param line the line it stands on
 */
record Requirement(String name, boolean isPinned, int line) {
    /** Reads one; options behind it and a comment were cut off. */
    static Requirement of(String text, int line) {
        int end = 0;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(end).strip();
        if (rest.startsWith("[")) {
            rest = rest.substring(Math.max(0, rest.indexOf(']') + 1)).strip();
        }
        if (end == 0 || rest.startsWith(":") || rest.startsWith("/") || rest.startsWith("\\") || rest.startsWith("+")) {
            return new Requirement("", true, line);
        }
        return new Requirement(normalized(text.substring(0, end)), isPinned(rest), line);
    }

    private static boolean isPinned(String rest) {
        if (rest.startsWith("@")) {
            return true;
        }
        int marker = rest.indexOf(';');
        String versions = marker < 0 ? rest : rest.substring(0, marker);
        int equal = versions.indexOf("==");
        return equal >= 0 && !versions.substring(equal).replace(")", "").strip().endsWith(".*");
    }

    private static String normalized(String name) {
        StringBuilder normalized = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean separator = "-_.".indexOf(name.charAt(i)) >= 0;
            if (!separator) {
                normalized.append(name.charAt(i));
            } else if (normalized.length() == 0 || normalized.charAt(normalized.length() - 1) != '-') {
                normalized.append('-');
            }
        }
        return normalized.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }
}
