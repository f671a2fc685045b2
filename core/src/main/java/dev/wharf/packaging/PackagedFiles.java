package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of a connector package, be it a directory's that is still to be packaged, or an archive's. */
public interface PackagedFiles {
    /**
     * The files. Directories are none: what is packaged has no empty ones.
     *
     * @return the files, sorted by the bytes of their paths
     */
    List<ProjectFile> files();

    /**
     * Opens a file. The caller closes the stream. Several can be open at once.
     *
     * @param path the path of one of the files
     * @return its bytes
     * @throws IOException if it cannot be read, or is none of the files
     */
    InputStream open(String path) throws IOException;
}
