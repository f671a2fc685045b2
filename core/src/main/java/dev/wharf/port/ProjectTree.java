package dev.wharf.port;

import dev.wharf.model.EntryKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a connector project, as the packaging rules see it: names, kinds and bytes. Symbolic links are followed;
 * an implementation must see to it that a loop of links ends.
 */
public interface ProjectTree {
    /**
     * What to call the project: its directory's own name.
     *
     * @return a plain name without separators
     */
    String name();

    /**
     * Lists a directory.
     *
     * @param directory the directory's path relative to the project, {@code /}-separated; empty for the project itself
     * @return all its entries in any order, also those that cannot be packaged, each with its kind; empty if it cannot be
     *     listed, or is no directory
     */
    List<Entry> list(String directory);

    /**
     * Opens a file. The caller closes the stream. Several threads may open files at once.
     *
     * @param path the file's path relative to the project, {@code /}-separated
     * @return its bytes
     * @throws IOException if it cannot be read
     */
    InputStream open(String path) throws IOException;

    /**
     * A mark of a file's present state, to tell later whether somebody wrote to it meanwhile.
     *
     * @param path the file's path relative to the project, {@code /}-separated
     * @return a text that is another one once the file was written to, as far as the system tells; empty if there is no file,
     *     or nothing is known of its state
     */
    default String stamp(String path) {
        return "";
    }

    /**
     * A file, a directory, or what cannot be packaged.
     *
     * @param name its own name, without its directory
     * @param kind what it is
     * @param isExecutable whether it is a file that its owner may execute; false where the system cannot tell
     * @param size a file's size in bytes when listed; 0 for everything else
     * @param link where it leads, as it was written, if it is a link that cannot be packaged or that leads out of the project;
     *     else null
     */
    record Entry(String name, EntryKind kind, boolean isExecutable, long size, @Nullable String link) {
        /**
         * A file or directory of the project itself.
         *
         * @param name its own name, without its directory
         * @param isDirectory whether it is a directory
         * @param isExecutable whether its owner may execute it; false where the system cannot tell
         * @param size a file's size in bytes when listed; 0 for a directory
         */
        public Entry(String name, boolean isDirectory, boolean isExecutable, long size) {
            this(name, isDirectory ? EntryKind.DIRECTORY : EntryKind.FILE, isExecutable, size, null);
        }

        /**
         * Whether it is a directory that can be listed.
         *
         * @return whether it is
         */
        public boolean isDirectory() {
            return kind == EntryKind.DIRECTORY;
        }

        /**
         * Whether it is a file.
         *
         * @return whether it is
         */
        public boolean isFile() {
            return kind == EntryKind.FILE;
        }
    }
}
