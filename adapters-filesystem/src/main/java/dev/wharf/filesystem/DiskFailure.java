package dev.wharf.filesystem;

import dev.wharf.failure.StorageException;
import dev.wharf.failure.StorageException.Reason;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says what a failing disk means to people. Paths stay in the cause: messages may be shown to anybody. */
final class DiskFailure {
    private DiskFailure() {}

    /** The failure to report, where {@code intent} ends the sentence "Cannot …". */
    static StorageException of(String intent, IOException cause) {
        return new StorageException(
                isFull(cause) ? Reason.FULL : Reason.OTHER, "Cannot " + intent + ": " + remedy(cause), cause);
    }

    private static boolean isFull(IOException cause) {
        String text = text(cause);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }

    /** The JDK has no types for these; the texts are the operating systems' own. */
    private static String text(IOException cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static String remedy(IOException cause) {
        if (cause instanceof ClosedByInterruptException || cause instanceof FileLockInterruptionException) {
            return "the work was interrupted. Try again.";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission is missing. Let the user that Wharf runs as read and write the directory.";
        }
        if (cause instanceof NoSuchFileException) {
            return "a directory or file is missing. Create it or choose another one, then try again.";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "a file stands where a directory must be. Move it away or choose another directory.";
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return "the directory spans several file systems. Choose one that is on a single file system.";
        }
        String text = text(cause);
        if (isFull(cause)) {
            return "the disk is full. Free some space, then try again.";
        }
        if (text.contains("read-only file system")) {
            return "the disk is read-only. Make it writable or choose another directory.";
        }
        if (text.contains("not a directory")) {
            return "a file stands where a directory must be. Move it away or choose another directory.";
        }
        return "the disk failed. Check it and its permissions, then try again.";
    }
}
