package dev.wharf.registry;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.SyncRun;
import dev.wharf.port.catalog.SyncRecords;
import dev.wharf.registry.Changes.Recorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The syncs of a hosted registry, which are simulated: begun in the catalog, and ended by the clock. */
final class HostedSyncs {
    private final SyncSettings settings;
    private final InstantSource clock;

    HostedSyncs(SyncSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Connections as they are told now. */
    List<Connection> shown(SyncRecords records, List<Connection> kept) {
        Instant now = clock.instant();
        Map<ConnectionId, SyncRun> runs =
                records.find(kept.stream().map(Connection::id).toList());
        return kept.stream()
                .map(each -> ShownConnection.of(each, runs.get(each.id()), now))
                .toList();
    }

    /** A connection as it is told now. */
    Connection shown(SyncRecords records, Connection kept) {
        return shown(records, List.of(kept)).get(0);
    }

    /** Whether one is under way. */
    boolean isUnderWay(SyncRecords records, ConnectionId id) {
        SyncRun last = last(records, id);
        return last != null && last.isUnderWay(clock.instant());
    }

    /** Begins one, also while another is under way, which gives way to it. */
    void begin(Recorded change, Connection connection, boolean historical) {
        boolean succeeds = settings.succeeds(connection.name().value());
        Instant end = change.at().plus(settings.time());
        SyncRun last = last(change.catalog().syncs(), connection.id());
        change.catalog().syncs().write(connection.id(), SyncRun.begin(last, change.at(), end, succeeds, historical));
    }

    /** Whether one is to begin once the connection no longer rests. */
    boolean isAwaited(SyncRecords records, ConnectionId id) {
        SyncRun last = last(records, id);
        return last != null && last.awaited();
    }

    /** Has everything synced anew once the connection no longer rests. */
    void await(Recorded change, ConnectionId id) {
        change.catalog().syncs().write(id, SyncRun.await(last(change.catalog().syncs(), id), change.at()));
    }

    private static @Nullable SyncRun last(SyncRecords records, ConnectionId id) {
        return records.find(List.of(id)).get(id);
    }
}
