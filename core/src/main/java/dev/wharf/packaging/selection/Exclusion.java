package dev.wharf.packaging.selection;

import dev.wharf.model.EntryKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A path that does not go into the archive.
 *
 * @param path relative to the project; a directory's ends in {@code /}, and everything below it is left out too
 * @param reason why
 */
public record Exclusion(String path, Reason reason) {
    /** What kind of thing decided. */
    public enum Cause {
        /** A pattern, built in or of an ignore file. */
        PATTERN,
        /** A directory of a Python virtual environment. */
        VIRTUAL_ENVIRONMENT,
        /** A link that leads nowhere, or to itself. */
        BROKEN_LINK,
        /** A directory that leads back into itself. */
        LINK_LOOP,
        /** A named pipe, a socket or a device. */
        SPECIAL_FILE,
        /** A directory that may not be listed. */
        UNREADABLE_DIRECTORY,
        /** Something of which not even the kind can be told. */
        UNREADABLE,
        /** Something whose name is not UTF-8. */
        MISNAMED;

        /**
         * The cause's name for programs.
         *
         * @return words in lower case, joined by hyphens
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What decided.
     *
     * @param cause its kind
     * @param pattern the pattern as written, or what it is where no pattern decided
     * @param file the ignore file it stands in; null for a built-in rule
     * @param line the line it stands on, from 1; 0 for a built-in rule
     */
    public record Reason(Cause cause, String pattern, @Nullable String file, int line) {
        /** Directories of a Python virtual environment never go in. */
        public static final Reason VIRTUAL_ENVIRONMENT =
                new Reason(Cause.VIRTUAL_ENVIRONMENT, "virtual environment (pyvenv.cfg)", null, 0);

        /**
         * A pattern.
         *
         * @param pattern the pattern as written
         * @param file the ignore file it stands in; null for a built-in one
         * @param line the line it stands on, from 1; 0 for a built-in one
         */
        public Reason(String pattern, @Nullable String file, int line) {
            this(Cause.PATTERN, pattern, file, line);
        }

        /** Why something is left out that no archive can hold. */
        static Reason unpackageable(EntryKind kind, @Nullable String link) {
            String leading = link == null ? "" : ", a link to " + link;
            return switch (kind) {
                case BROKEN_LINK -> new Reason(Cause.BROKEN_LINK, "a broken link" + to(link), null, 0);
                case LOOP -> new Reason(Cause.LINK_LOOP, "a directory that links back to itself" + leading, null, 0);
                case SPECIAL -> new Reason(Cause.SPECIAL_FILE, "a pipe, socket or device" + leading, null, 0);
                case UNREADABLE_DIRECTORY ->
                    new Reason(Cause.UNREADABLE_DIRECTORY, "a directory that Wharf may not list" + leading, null, 0);
                case MISNAMED -> new Reason(Cause.MISNAMED, "a file whose name is not UTF-8", null, 0);
                case FILE, DIRECTORY, UNREADABLE ->
                    new Reason(Cause.UNREADABLE, "a file that Wharf may not read" + leading, null, 0);
            };
        }

        private static String to(@Nullable String link) {
            return link == null ? "" : " (to " + link + ")";
        }

        @Override
        public String toString() {
            boolean builtIn = cause == Cause.PATTERN || cause == Cause.VIRTUAL_ENVIRONMENT;
            return file == null ? pattern + (builtIn ? " (built-in)" : "") : pattern + " (" + file + ":" + line + ")";
        }
    }
}
