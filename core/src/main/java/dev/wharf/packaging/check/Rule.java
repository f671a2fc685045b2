package dev.wharf.packaging.check;

import java.util.Locale;

/** What projects are checked for. */
public enum Rule {
    /** {@code connector.py} is missing, elsewhere than at the root, or ignored. */
    CONNECTOR_FILE,
    /** A directory {@code drivers} has no {@code installation.sh}. */
    DRIVERS,
    /** Two names that some file systems take for one: they differ in case or in Unicode normal form only. */
    NAME_CLASH;

    /**
     * The rule's name for programs.
     *
     * @return words in lower case, joined by hyphens
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
