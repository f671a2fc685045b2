package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change, for those who must know later who did what. Holds no secret and no content.
 *
 * @param at when
 * @param user who
 * @param action what was done
 * @param subject the identifier of what it was done to
 * @param from the archive's hash before; null where there was none
 * @param to the archive's hash after; null where there is none
 * @param detail what else matters, such as the package a connection was bound to; null if nothing
 */
public record AuditEntry(
        Instant at,
        UserId user,
        Action action,
        String subject,
        @Nullable Sha256 from,
        @Nullable Sha256 to,
        @Nullable String detail) {

    /** What can be done. */
    public enum Action {
        /** A package was uploaded. */
        PACKAGE_CREATED,
        /** A package's file was replaced. */
        PACKAGE_UPDATED,
        /** A package was deleted. */
        PACKAGE_DELETED,
        /** A connection was made. */
        CONNECTION_CREATED,
        /** A connection was changed. */
        CONNECTION_UPDATED,
        /** A connection was deleted. */
        CONNECTION_DELETED,
        /** A connection began to sync. */
        CONNECTION_SYNCED,
        /** A connection that rests is to sync everything anew once it no longer does. */
        CONNECTION_RESYNC_AWAITED,
        /** A connection's state was replaced. */
        CONNECTION_STATE_CHANGED,
        /** A destination was made. */
        DESTINATION_CREATED,
        /** A destination was given another name. */
        DESTINATION_RENAMED,
        /** A destination was deleted. */
        DESTINATION_DELETED,
        /** An API key was made. */
        KEY_CREATED,
        /** An API key was revoked. */
        KEY_REVOKED
    }
}
