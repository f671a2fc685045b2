package dev.wharf.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes bytes and names survive a loss of power. */
final class Durability {
    private Durability() {}

    static void fsyncFile(Path file) throws IOException {
        // For writing, because Windows does not flush what is open for reading only.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes creations, moves and deletions in a directory durable, as far as the file system has a notion of that. */
    static void fsyncDirectory(Path directory) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || opensDirectories(directory.getFileSystem())) {
                throw e;
            }
            return;
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }

    /** POSIX systems open directories; Windows and most file systems in memory do not, and need no fsync of them. */
    private static boolean opensDirectories(FileSystem fileSystem) {
        return fileSystem.equals(FileSystems.getDefault())
                && fileSystem.supportedFileAttributeViews().contains("posix");
    }
}
