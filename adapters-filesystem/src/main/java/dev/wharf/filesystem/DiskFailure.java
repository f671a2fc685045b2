package dev.wharf.filesystem;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.StorageException.Reason;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says what a failing disk means to people. Paths stay in the cause: messages may be shown to anybody. */
final class DiskFailure {
    private static final Diagnosis BLOCKED = new Diagnosis(
            "a file exists where a directory must be.", "Move the file away, or choose another directory.");

    private DiskFailure() {}

    /** The failure to report, where {@code intent} ends the sentence "Cannot …". */
    static StorageException of(String intent, IOException cause) {
        Diagnosis why = why(cause);
        return new StorageException(
                isFull(cause) ? Reason.FULL : Reason.OTHER,
                "Cannot " + intent + ": " + why.problem(),
                why.hint(),
                cause);
    }

    /** The same of one file, which the cause names where the system did not, as of a full disk. */
    static StorageException of(String intent, Path file, IOException cause) {
        if (cause instanceof FileSystemException named && named.getFile() != null) {
            return of(intent, cause);
        }
        StorageException failure = of(intent, cause);
        FileSystemException place = new FileSystemException(file.toString(), null, cause.getMessage());
        place.initCause(cause);
        return new StorageException(failure.reason(), failure.problem(), failure.hint(), place);
    }

    private static boolean isFull(IOException cause) {
        String text = text(cause);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }

    /** The JDK has no types for these; the texts are the operating systems' own. */
    private static String text(IOException cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static Diagnosis why(IOException cause) {
        if (cause instanceof ClosedByInterruptException || cause instanceof FileLockInterruptionException) {
            return new Diagnosis("the work was interrupted.", "Try again.");
        }
        if (cause instanceof AccessDeniedException) {
            return new Diagnosis("permission denied.", "Let the user that runs Wharf read and write the directory.");
        }
        if (cause instanceof NoSuchFileException) {
            return new Diagnosis("a directory or file is missing.", "Create it or choose another one, then try again.");
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return BLOCKED;
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return new Diagnosis(
                    "the directory spans several file systems.", "Choose a directory on a single file system.");
        }
        String text = text(cause);
        if (isFull(cause)) {
            return new Diagnosis("the disk is full.", "Free some space, then try again.");
        }
        if (text.contains("read-only file system")) {
            return new Diagnosis("the disk is read-only.", "Make it writable, or choose another directory.");
        }
        return text.contains("not a directory")
                ? BLOCKED
                : new Diagnosis("the disk failed.", "Check the disk and its permissions, then try again.");
    }
}
