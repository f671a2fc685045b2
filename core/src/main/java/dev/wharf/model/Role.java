package dev.wharf.model;

/** What a caller of a hosted registry may do. Each role may do everything the roles before it may. */
public enum Role {
    /** Lists, reads and downloads. */
    READER,
    /** Also creates, and changes or deletes what it created. */
    MEMBER,
    /** Changes and deletes everything. */
    ADMIN
}
