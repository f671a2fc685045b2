package dev.wharf.packaging.check;

import java.util.List;

/** Names of files as a message lists them: a few, and how many more. */
final class Listed {
    private static final int MOST = 3;
    private static final long KIBI = 1024;

    private Listed() {}

    static String of(List<String> paths) {
        String first = String.join(", ", paths.subList(0, Math.min(MOST, paths.size())));
        return paths.size() <= MOST ? first : first + " and " + (paths.size() - MOST) + " more";
    }

    static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }

    /** A size, rounded down to something that can be said. */
    static String size(long bytes) {
        if (bytes < KIBI) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < KIBI * KIBI ? bytes / KIBI + " KiB" : bytes / KIBI / KIBI + " MiB";
    }
}
