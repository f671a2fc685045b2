package dev.wharf.port;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What version control knows of a project's files. A project may come from anywhere: an implementation asks in such a way that
 * nothing is run which the project, or its repository, names. Whatever cannot be asked is not known; nothing here fails.
 */
public interface VersionControl {
    /**
     * What it records of the project's files.
     *
     * @return by path relative to the project, {@code /}-separated; empty if the project is not under version control, or that
     *     cannot be asked
     */
    Optional<Map<String, Recorded>> recorded();

    /**
     * Which of some files it is told to ignore.
     *
     * @param paths paths relative to the project, of files that it does not record
     * @return those it ignores, by path; empty if it cannot be asked
     */
    Map<String, IgnoredBy> ignored(Collection<String> paths);

    /**
     * What is recorded of a path.
     *
     * @param isFile whether it is a file, not a link nor another repository
     * @param isExecutable whether it is recorded as a file that may be executed
     * @param isRepository whether another repository belongs there, such as a submodule of git
     */
    record Recorded(boolean isFile, boolean isExecutable, boolean isRepository) {}

    /**
     * Why a file is ignored.
     *
     * @param pattern the pattern as written
     * @param file the file it stands in, as a user would name it
     * @param line the line it stands on, from 1
     */
    record IgnoredBy(String pattern, String file, int line) {}
}
