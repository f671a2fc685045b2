package dev.wharf.cli.command.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Whether a directory that holds private things is the user's alone, and can be used. Makes nothing. */
final class DirectoryCheck {
    private DirectoryCheck() {}

    static Check of(String subject, Path directory) {
        Path nearest = nearestExisting(directory);
        if (!Files.isDirectory(nearest)) {
            return Check.failed(subject, nearest + " is not a directory. Move it away.");
        }
        if (!nearest.equals(directory)) {
            return Check.ok(subject, directory + " is created when first needed");
        }
        if (!Files.isWritable(directory) || !Files.isReadable(directory)) {
            return Check.failed(subject, directory + " cannot be read and written. Check its permissions.");
        }
        return permissions(subject, directory);
    }

    private static Path nearestExisting(Path directory) {
        Path nearest = directory;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private static Check permissions(String subject, Path directory) {
        try {
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
                if (!permissions.endsWith("------")) {
                    return Check.warning(
                            subject, directory + " is open to others (" + permissions + "). Run chmod 700 on it.");
                }
            }
            return Check.ok(subject, directory + " is accessible to you only");
        } catch (IOException e) {
            return Check.failed(subject, directory + " cannot be checked. Check its permissions.");
        }
    }
}
