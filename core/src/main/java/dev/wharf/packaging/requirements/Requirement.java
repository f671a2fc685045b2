package dev.wharf.packaging.requirements;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dependency of a connector, as PEP 508 writes it.
 *
 * @param name its name as PEP 503 normalizes it; empty if it is named by a URL or path alone
 * @param isPinned whether exactly one version is asked for
 * @param line the line it stands on
 * @param text all of it, as written
 */
public record Requirement(String name, boolean isPinned, int line, String text) {
    private static final List<String> FILES = List.of(".whl", ".tar.gz", ".zip");

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
        boolean file = FILES.stream().anyMatch(text::endsWith) && !rest.startsWith("@");
        boolean path = file || text.startsWith(".");
        if (end == 0
                || path
                || rest.startsWith(":")
                || rest.startsWith("/")
                || rest.startsWith("\\")
                || rest.startsWith("+")) {
            return new Requirement("", true, line, text);
        }
        return new Requirement(normalized(text.substring(0, end)), isPinned(rest), line, text);
    }

    /**
     * Where it comes from, if it says so.
     *
     * @return a URL or a path, as written; null if its name is all it says
     */
    @Nullable
    public String source() {
        String plain = text.split("\\s;|;\\s", 2)[0].strip();
        int at = plain.indexOf('@');
        return name.isEmpty() ? plain : at >= 0 ? plain.substring(at + 1).strip() : null;
    }

    /**
     * The versions that it asks for.
     *
     * @return what they must be; nothing, if any will do
     */
    public VersionSpecifier versions() {
        String plain = text.split(";", 2)[0];
        int end = plain.indexOf(']') + 1;
        while (end < plain.length() && isNamePart(plain.charAt(end))) {
            end++;
        }
        return VersionSpecifier.of(plain.substring(end).replaceAll("[()\\s]", ""));
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

    static String normalized(String name) {
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
