package dev.wharf.registry;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.SyncRun;
import dev.wharf.port.CatalogReads;
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
    List<Connection> shown(CatalogReads catalog, List<Connection> kept) {
        Instant now = clock.instant();
        Map<ConnectionId, SyncRun> runs =
                catalog.findSyncs(kept.stream().map(Connection::id).toList());
        return kept.stream()
                .map(each -> ShownConnection.of(each, runs.get(each.id()), now))
                .toList();
    }

    /** A connection as it is told now. */
    Connection shown(CatalogReads catalog, Connection kept) {
        return shown(catalog, List.of(kept)).get(0);
    }

    /** Whether one is under way. */
    boolean isUnderWay(CatalogReads catalog, ConnectionId id) {
        SyncRun last = last(catalog, id);
        return last != null && last.isUnderWay(clock.instant());
    }

    /** Begins one, also while another is under way, which gives way to it. */
    void begin(Recorded change, Connection connection, boolean historical) {
        boolean succeeds = settings.succeeds(connection.name().value());
        Instant end = change.at().plus(settings.time());
        SyncRun last = last(change.catalog(), connection.id());
        change.catalog().write(connection.id(), SyncRun.begin(last, change.at(), end, succeeds, historical));
    }

    /** Whether one is to begin once the connection no longer rests. */
    boolean isAwaited(CatalogReads catalog, ConnectionId id) {
        SyncRun last = last(catalog, id);
        return last != null && last.awaited();
    }

    /** Has everything synced anew once the connection no longer rests. */
    void await(Recorded change, ConnectionId id) {
        change.catalog().write(id, SyncRun.await(last(change.catalog(), id), change.at()));
    }

    private static @Nullable SyncRun last(CatalogReads catalog, ConnectionId id) {
        return catalog.findSyncs(List.of(id)).get(id);
    }
}
