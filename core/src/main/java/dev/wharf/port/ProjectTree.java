package dev.wharf.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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
     * @return its entries in any order; empty if it cannot be listed. Entries that are neither file nor directory, broken
     *     links, and directories that would lead back into themselves are left out
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
     * A file or directory.
     *
     * @param name its own name, without its directory
     * @param isDirectory whether it is a directory
     * @param isExecutable whether its owner may execute it; false where the system cannot tell
     * @param size a file's size in bytes when listed; 0 for a directory
     */
    record Entry(String name, boolean isDirectory, boolean isExecutable, long size) {}
}
