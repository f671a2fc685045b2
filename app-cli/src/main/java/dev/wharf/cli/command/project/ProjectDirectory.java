package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Progress;
import dev.wharf.cli.console.ReportedFindings;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.failure.WharfException;
import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.packaging.ProjectChangedException;
import dev.wharf.packaging.check.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A connector's directory as a user names it. */
final class ProjectDirectory {
    private ProjectDirectory() {}

    /**
     * Reads a project, tells what is wrong with it, and goes no further if any of that is an error.
     *
     * @param inResult whether the command's JSON result holds the findings
     */
    static ConnectorProject checked(Path directory, ProjectOptions options, Console console, boolean inResult) {
        WatchedTree tree = tree(directory);
        try {
            options.makeForm(tree, console);
        } catch (InvalidProjectException e) {
            throw in(directory, e);
        }
        ConnectorProject project = read(directory, tree, options);
        ReportedFindings reported = new ReportedFindings(findings(project, directory, tree, console));
        long errors = reported.errors();
        if (!console.isJson() || (errors == 0 && !inResult)) {
            project.findings().forEach(console::finding);
        }
        if (errors > 0) {
            throw new InvalidProjectException(
                    directory + " was not packaged because of " + (errors == 1 ? "an error." : errors + " errors."),
                    reported);
        }
        return project;
    }

    /** Reads what goes in, and leaves the checks for whoever asks for findings. */
    static ConnectorProject select(Path directory, ProjectOptions options) {
        return read(directory, tree(directory), options);
    }

    private static WatchedTree tree(Path directory) {
        if (!Files.exists(directory)) {
            throw new InvalidProjectException("There is no directory " + directory + ".", "Check its path.", null);
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidProjectException(
                    directory + " is not a directory.", "Give the one that holds connector.py.", null);
        }
        return new WatchedTree(new DirectoryProject(directory));
    }

    private static ConnectorProject read(Path directory, WatchedTree tree, ProjectOptions options) {
        PackagingOptions given = options.read(directory);
        try {
            return ConnectorProject.read(tree, given);
        } catch (InvalidProjectException e) {
            throw in(directory, e);
        }
    }

    private static List<Finding> findings(ConnectorProject project, Path directory, WatchedTree tree, Console console) {
        try (Progress progress = console.progress("Checking", OptionalLong.of(project.archiveBytes()))) {
            tree.show(progress);
            return project.findings();
        } catch (InvalidProjectException e) {
            throw in(directory, e);
        } finally {
            tree.show(null);
        }
    }

    /** Why an archive could not be read to its end: a file of the project that is not what it was, where that is why. */
    static WharfException named(Path directory, InterruptedTransferException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof ProjectChangedException changed
                ? new InvalidProjectException(
                        directory + ": " + changed.getMessage() + ".",
                        "Wait until nothing writes to the project, then run the command again.",
                        failure)
                : failure;
    }

    private static InvalidProjectException in(Path directory, InvalidProjectException failure) {
        return new InvalidProjectException(directory + ": " + failure.problem(), failure.hint(), failure);
    }
}
