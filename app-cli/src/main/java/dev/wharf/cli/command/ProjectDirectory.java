package dev.wharf.cli.command;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.ReportedFindings;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** A connector's directory as a user names it. */
final class ProjectDirectory {
    private ProjectDirectory() {}

    static ConnectorProject read(Path directory, ProjectOptions options) {
        if (!Files.exists(directory)) {
            throw new InvalidProjectException("There is no directory " + directory + ".", null);
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidProjectException(
                    directory + " is not a directory: give the one that holds connector.py.", null);
        }
        PackagingOptions given = options.read(directory);
        try {
            return ConnectorProject.read(new DirectoryProject(directory), given);
        } catch (InvalidProjectException e) {
            throw new InvalidProjectException(directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Tells what is wrong with a project, and goes no further if any of it is an error.
     *
     * @param inResult whether the command's JSON result holds the findings
     */
    static void check(ConnectorProject project, Path directory, Console console, boolean inResult) {
        ReportedFindings reported = new ReportedFindings(project.findings());
        long errors = reported.errors();
        if (!console.isJson() || (errors == 0 && !inResult)) {
            project.findings().forEach(console::finding);
        }
        if (errors > 0) {
            throw new InvalidProjectException(
                    directory + " is not packaged: "
                            + (errors == 1 ? "there is an error." : "there are " + errors + " errors."),
                    reported);
        }
    }
}
