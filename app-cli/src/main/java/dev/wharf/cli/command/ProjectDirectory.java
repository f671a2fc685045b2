package dev.wharf.cli.command;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.packaging.ConnectorProject;
import java.nio.file.Files;
import java.nio.file.Path;

/** A connector's directory as a user names it. */
final class ProjectDirectory {
    private ProjectDirectory() {}

    static ConnectorProject read(Path directory) {
        if (!Files.exists(directory)) {
            throw new InvalidProjectException("There is no directory " + directory + ".", null);
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidProjectException(
                    directory + " is not a directory: give the one that holds connector.py.", null);
        }
        try {
            return ConnectorProject.read(new DirectoryProject(directory));
        } catch (InvalidProjectException e) {
            throw new InvalidProjectException(directory + ": " + e.getMessage(), e);
        }
    }
}
