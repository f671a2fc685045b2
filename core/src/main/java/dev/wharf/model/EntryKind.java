package dev.wharf.model;

/** What stands behind a name in a project's directory, links followed. */
public enum EntryKind {
    /** A file. */
    FILE,
    /** A directory that can be listed. */
    DIRECTORY,
    /** A directory that may not be listed. */
    UNREADABLE_DIRECTORY,
    /** A directory that would lead back into itself. */
    LOOP,
    /** A link that leads nowhere, or to itself. */
    BROKEN_LINK,
    /** A named pipe, a socket or a device: nothing that can be read to an end. */
    SPECIAL,
    /** Something of which not even the kind can be told. */
    UNREADABLE,
    /** Something whose name is not UTF-8, as every name in an archive has to be. */
    MISNAMED;

    /**
     * Whether it is a directory, listed or not.
     *
     * @return whether it is one
     */
    public boolean isDirectory() {
        return this == DIRECTORY || this == UNREADABLE_DIRECTORY || this == LOOP;
    }

    /**
     * Whether it can be packaged: as a file, or as a directory for what it holds.
     *
     * @return whether it can
     */
    public boolean isPackageable() {
        return this == FILE || this == DIRECTORY;
    }
}
