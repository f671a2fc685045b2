package dev.wharf.packaging.check;

import java.util.Locale;

/** What projects are checked for; {@code docs/checks.md} tells why, and what to do. */
public enum Rule {
    /** {@code connector.py} is missing, elsewhere than at the root, or ignored. */
    CONNECTOR_FILE,
    /** {@code connector.py} does not bind the name {@code connector} at module level. */
    CONNECTOR_OBJECT,
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
    UNREADABLE_FILE;

    /**
     * The rule's name for programs.
     *
     * @return words in lower case, joined by hyphens
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
