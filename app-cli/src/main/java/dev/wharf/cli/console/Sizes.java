package dev.wharf.cli.console;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people read them. */
public final class Sizes {
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final String INITIALS = "KMGT";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})(?:([" + INITIALS + "])(?:iB)?)?");
    private static final int STEP = 1024;

    private Sizes() {}

    /**
     * Reads a size: a number of bytes, or one of K, M, G or T, also written KiB and so on.
     *
     * @param text such as {@code 1048576}, {@code 500M} or {@code 2GiB}
     * @return the size in bytes, or empty if the text is none
     */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long bytes = Long.parseLong(matcher.group(1));
        int steps = matcher.group(2) == null ? 0 : INITIALS.indexOf(matcher.group(2)) + 1;
        for (int i = 0; i < steps; i++) {
            if (bytes > Long.MAX_VALUE / STEP) {
                return OptionalLong.empty();
            }
            bytes *= STEP;
        }
        return OptionalLong.of(bytes);
    }

    /**
     * A size in the largest unit that fits.
     *
     * @param bytes the size
     * @return the size with one digit after the point
     */
    public static String rounded(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /**
     * A size in the largest unit that fits, and in bytes.
     *
     * @param bytes the size
     * @return both
     */
    public static String exact(long bytes) {
        return bytes < STEP ? rounded(bytes) : rounded(bytes) + " (" + bytes + " bytes)";
    }
}
