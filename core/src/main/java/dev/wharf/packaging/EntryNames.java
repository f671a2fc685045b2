package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;

/** Which names an entry may have: those that stay inside the directory the archive is unpacked to, on any system. */
final class EntryNames {
    /** As long as a path can be on Linux; longer ones could not be unpacked. */
    private static final int MAX_CHARACTERS = 4096;

    private static final int MAX_DEPTH = 256;

    private EntryNames() {}

    static void check(String name) {
        if (name.isEmpty()) {
            throw unsafe("an entry has no name.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw unsafe("the entry name " + Refusal.shown(name) + " has a control character.");
        }
        if (name.indexOf('\\') >= 0) {
            throw unsafe(
                    "the entry name " + Refusal.shown(name) + " has a backslash.", "Separate directories with '/'.");
        }
        if (name.startsWith("/")) {
            throw unsafe(
                    "the entry name " + Refusal.shown(name) + " is absolute.",
                    "Make names relative to the connector's directory.");
        }
        if (name.length() >= 2 && name.charAt(1) == ':' && isLetter(name.charAt(0))) {
            throw unsafe(
                    "the entry name " + Refusal.shown(name) + " begins with a drive.",
                    "Make names relative to the connector's directory.");
        }
        if (name.length() > MAX_CHARACTERS) {
            throw unsafe(
                    "the entry name " + Refusal.shown(name) + " is longer than " + MAX_CHARACTERS + " characters.");
        }
        checkSegments(name);
    }

    private static void checkSegments(String name) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String[] segments = plain.split("/", -1);
        if (segments.length > MAX_DEPTH) {
            throw unsafe("the entry name " + Refusal.shown(name) + " is deeper than " + MAX_DEPTH + " directories.");
        }
        for (String segment : segments) {
            if (segment.equals("..")) {
                throw unsafe(
                        "the entry name " + Refusal.shown(name) + " leads out of the connector's directory.",
                        "Remove '..' from the names.");
            }
            if (segment.isEmpty() || segment.chars().allMatch(c -> c == '.' || c == ' ')) {
                throw unsafe("the entry name " + Refusal.shown(name)
                        + " has a part that is empty or of dots and spaces only. Windows ignores such parts.");
            }
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static RuntimeException unsafe(String what) {
        return Refusal.because(Reason.UNSAFE_NAME, what);
    }

    private static RuntimeException unsafe(String what, String hint) {
        return Refusal.because(Reason.UNSAFE_NAME, what, hint);
    }
}
