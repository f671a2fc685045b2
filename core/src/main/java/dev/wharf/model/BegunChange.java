package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that is about to be asked of an account elsewhere, written down before it is asked: so that, whatever happens to
 * whoever asks, it can be confirmed later whether it was made, and by whom.
 *
 * @param id names it; different from all others
 * @param at when it was begun
 * @param user on whose behalf
 * @param action what is to be done
 * @param subject the identifier of what it is to be done to; null while that is not known, as for what is to be made
 * @param from the archive's hash before; null where there is none, or it is not known
 * @param to the archive's hash after; null where there will be none
 * @param key what the user calls the upload; null if nothing
 * @param underWayUntil until when it is taken to be under way; whoever is at it moves this on
 */
public record BegunChange(
        String id,
        Instant at,
        UserId user,
        AuditEntry.Action action,
        @Nullable String subject,
        @Nullable Sha256 from,
        @Nullable Sha256 to,
        @Nullable UploadKey key,
        Instant underWayUntil) {}
