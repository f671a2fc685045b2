package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last sync of a connection that a registry which runs no connector only simulates. What comes of it is decided when it begins, so
 * everything else is a question of the time: nothing has to happen when it ends.
 *
 * @param endsAt when it ends; until then it is under way. Of one that is awaited: when it was asked for
 * @param succeeds whether it ends well
 * @param historical whether everything is synced anew
 * @param succeededBefore when one before it last ended well; null if none did
 * @param failedBefore when one before it last failed; null if none did
 * @param awaited whether it has not begun, because the connection rests: it begins once that no longer does
 */
public record SyncRun(
        Instant endsAt,
        boolean succeeds,
        boolean historical,
        @Nullable Instant succeededBefore,
        @Nullable Instant failedBefore,
        boolean awaited) {
    /**
     * A sync that begins now. One that is still under way is stopped for it, and comes to nothing.
     *
     * @param before the last one; null if there was none
     * @param now when it begins
     * @param endsAt when it ends
     * @param succeeds whether it ends well
     * @param historical whether everything is synced anew
     * @return the sync
     */
    public static SyncRun begin(
            @Nullable SyncRun before, Instant now, Instant endsAt, boolean succeeds, boolean historical) {
        return new SyncRun(
                endsAt,
                succeeds,
                historical,
                before == null ? null : before.succeededAt(now),
                before == null ? null : before.failedAt(now),
                false);
    }

    /**
     * A sync of everything anew that begins once the connection no longer rests. One that is still under way comes to nothing.
     *
     * @param before the last one; null if there was none
     * @param now when it is asked for
     * @return what is awaited
     */
    public static SyncRun await(@Nullable SyncRun before, Instant now) {
        return new SyncRun(
                now,
                false,
                true,
                before == null ? null : before.succeededAt(now),
                before == null ? null : before.failedAt(now),
                true);
    }

    /**
     * Whether it is under way.
     *
     * @param now the present moment
     * @return true until it ends
     */
    public boolean isUnderWay(Instant now) {
        return !awaited && now.isBefore(endsAt);
    }

    /**
     * Whether everything is synced anew, or will be.
     *
     * @param now the present moment
     * @return true until such a sync ends
     */
    public boolean isHistorical(Instant now) {
        return historical && (awaited || isUnderWay(now));
    }

    /**
     * When the connection last synced well.
     *
     * @param now the present moment
     * @return when; null if it never did
     */
    public @Nullable Instant succeededAt(Instant now) {
        return succeeds && isOver(now) ? endsAt : succeededBefore;
    }

    /**
     * When the connection last failed to sync.
     *
     * @param now the present moment
     * @return when; null if it never did
     */
    public @Nullable Instant failedAt(Instant now) {
        return !succeeds && isOver(now) ? endsAt : failedBefore;
    }

    private boolean isOver(Instant now) {
        return !awaited && !isUnderWay(now);
    }
}
