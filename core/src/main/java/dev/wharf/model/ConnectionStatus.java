package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection fares (the REST API's {@code status}, {@code succeeded_at}, {@code failed_at}). A null component is one the
 * account does not tell. The words are the account's own.
 *
 * @param setupState whether it is set up: {@code connected}, {@code incomplete} or {@code broken}
 * @param syncState {@code scheduled}, {@code syncing}, {@code paused} or {@code rescheduled}
 * @param updateState {@code on_schedule} or {@code delayed}
 * @param historicalSync whether its first sync is still to end
 * @param succeededAt when a sync last ended well
 * @param failedAt when a sync last failed
 */
public record ConnectionStatus(
        @Nullable String setupState,
        @Nullable String syncState,
        @Nullable String updateState,
        @Nullable Boolean historicalSync,
        @Nullable Instant succeededAt,
        @Nullable Instant failedAt) {
    /** Nothing is known. */
    public static final ConnectionStatus UNKNOWN = new ConnectionStatus(null, null, null, null, null, null);

    /** The setup state of a connection that can sync. */
    public static final String CONNECTED = "connected";

    /** The setup state of a connection that lacks something to sync. */
    public static final String INCOMPLETE = "incomplete";

    /** The update state of a connection that is not late. */
    public static final String ON_SCHEDULE = "on_schedule";

    /** The sync state of a connection that syncs now. */
    public static final String SYNCING = "syncing";

    /** The sync state of a connection that waits for its next sync. */
    public static final String SCHEDULED = "scheduled";

    /** The sync state of a connection that rests. */
    public static final String PAUSED = "paused";
}
