package dev.wharf.packaging.selection;

import org.jspecify.annotations.Nullable;

/**
 * A path that does not go into the archive.
 *
 * @param path relative to the project; a directory's ends in {@code /}, and everything below it is left out too
 * @param reason why
 */
public record Exclusion(String path, Reason reason) {
    /**
     * What decided.
     *
     * @param pattern the pattern as written, or the name of a rule that is no pattern
     * @param file the ignore file it stands in; null for a built-in rule
     * @param line the line it stands on, from 1; 0 for a built-in rule
     */
    public record Reason(String pattern, @Nullable String file, int line) {
        /** Directories of a Python virtual environment never go in. */
        public static final Reason VIRTUAL_ENVIRONMENT = new Reason("virtual environment (pyvenv.cfg)", null, 0);

        @Override
        public String toString() {
            return file == null ? pattern + " (built-in)" : pattern + " (" + file + ":" + line + ")";
        }
    }
}
