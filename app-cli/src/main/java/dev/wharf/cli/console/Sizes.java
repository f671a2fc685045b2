package dev.wharf.cli.console;

import java.util.Locale;

/** Sizes as people read them. */
public final class Sizes {
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final int STEP = 1024;

    private Sizes() {}

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
