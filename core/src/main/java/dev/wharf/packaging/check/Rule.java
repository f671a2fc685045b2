package dev.wharf.packaging.check;

import java.util.Locale;

/** What projects are checked for; {@code docs/checks.md} tells why, and what to do. */
public enum Rule {
    /** {@code connector.py} is missing, elsewhere than at the root, or ignored. */
    CONNECTOR_FILE,
    /** {@code connector.py} does not bind the name {@code connector} at module level. */
    CONNECTOR_OBJECT,
    /** A file of Python's is written so that Python, or another tool, does not read it. */
    PYTHON_SOURCE,
    /** The connector has a configuration form, and the project does not have the file it is shipped in. */
    CONFIGURATION_FORM,
    /** {@code configuration.json} is not what a configuration must be. */
    CONFIGURATION_FILE,
    /** {@code configuration.json} goes into the archive. */
    SHIPPED_CONFIGURATION,
    /** A directory {@code drivers} has no {@code installation.sh}. */
    DRIVERS,
    /** Two names that some file systems take for one: they differ in case or in Unicode normal form only. */
    NAME_CLASH,
    /** A file of dependencies is not used, or cannot be understood. */
    DEPENDENCY_FILE,
    /** A dependency leads to a file that is not shipped, or to a server that cannot be reached. */
    OUTSIDE_REQUIREMENT,
    /** Code imports what nothing provides. */
    UNDECLARED_IMPORT,
    /** The project is written for another Python than the one it is to run under. */
    PYTHON_VERSION,
    /** Code reads a file, or imports from a directory, that is left out. */
    LEFT_OUT_FILE,
    /** A package is declared that is there anyway. */
    PREINSTALLED_PACKAGE,
    /** A dependency has no fixed version. */
    UNPINNED_REQUIREMENT,
    /** A directory of code is left out because of its name. */
    LEFT_OUT_CODE,
    /** The archive would be larger than an archive may be. */
    ARCHIVE_SIZE,
    /** A file that goes into the archive holds credentials. */
    SECRET,
    /** A secret is allowed where there is none. */
    UNUSED_ALLOWANCE,
    /** A file cannot be read, so it was not checked. */
    UNREADABLE_FILE,
    /** A link leads nowhere, or back into itself. */
    BROKEN_LINK,
    /** A pipe, a socket or a device stands where a file is expected. */
    SPECIAL_FILE,
    /** A link leads out of the project, to a place that other machines do not have. */
    OUTSIDE_LINK,
    /** A submodule of git was not fetched. */
    EMPTY_SUBMODULE,
    /** A pattern does nothing because of how its ignore file is written. */
    IGNORE_FILE,
    /** A file names what to leave out, and is not read any more. */
    RETIRED_IGNORE_FILE,
    /** A pattern of the project leaves out what its code imports. */
    LEFT_OUT_IMPORT,
    /** Installed packages of a machine go into the archive. */
    ENVIRONMENT,
    /** A local database, or a large data file, goes into the archive. */
    LOCAL_FILE,
    /** A file goes into the archive that git ignores. */
    IGNORED_BY_GIT,
    /** A file goes into the archive that git does not track. */
    UNTRACKED_FILE,
    /** A file's execute bit is not the one that git records. */
    EXECUTE_BIT;

    /**
     * The rule's name for programs.
     *
     * @return words in lower case, joined by hyphens
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
