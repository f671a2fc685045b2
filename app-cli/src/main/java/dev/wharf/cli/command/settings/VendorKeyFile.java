package dev.wharf.cli.command.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file in the user's home in which a tool of the vendor's keeps the key that it encrypted configuration values with. */
record VendorKeyFile(Path path, String tool) {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * What it holds, without blanks around it.
     *
     * @param place the value that needs the key
     * @param key how that value calls the key
     */
    String read(ValuePlace place, String key) {
        try {
            if (isOpenToOthers()) {
                throw place.refused(
                        "is encrypted with " + key + ". Others may read that key:" + " " + path + ".",
                        "Run chmod 600 on that file.");
            }
            return Files.readString(path).strip();
        } catch (NoSuchFileException e) {
            throw place.refused(
                    "is encrypted with " + key + ", which is missing: " + path + ".",
                    "Deploy where" + " '" + tool
                            + "' was run. Or write ${NAME}, and set the environment variable NAME to the value.");
        } catch (IOException e) {
            throw place.refused(
                    "is encrypted with " + key + ". That key cannot be read:" + " " + path + ".",
                    "Check that it is a text file you may read.");
        }
    }

    RuntimeException holdsNoKey(ValuePlace place, String form) {
        return place.refused(
                "is encrypted, but " + path + " holds no valid key. It must be" + " " + form + ".",
                "Run '" + tool + "' again.");
    }

    RuntimeException doesNotFit(ValuePlace place, String key) {
        return place.refused(
                "cannot be decrypted with " + key + " in " + path + ". It was encrypted with another"
                        + " key or for another field, or was changed.",
                "Run '" + tool + "' again.");
    }

    private boolean isOpenToOthers() throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }
}
