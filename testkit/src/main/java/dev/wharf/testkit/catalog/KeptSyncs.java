package dev.wharf.testkit.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import dev.wharf.port.catalog.SyncRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Syncs and states in memory. */
record KeptSyncs(Supplier<Tables> tables) implements SyncRecords.Change {
    @Override
    public Map<ConnectionId, SyncRun> find(Collection<ConnectionId> ids) {
        Map<ConnectionId, SyncRun> found = new HashMap<>();
        ids.forEach(id -> tables.get().syncs().find(id).ifPresent(last -> found.put(id, last)));
        return found;
    }

    @Override
    public Optional<Fields> findState(ConnectionId id) {
        return tables.get().states().find(id);
    }

    @Override
    public void write(ConnectionId id, SyncRun last) {
        tables.get().connections().existing(id);
        tables.get().syncs().put(id, last);
    }

    @Override
    public void writeState(ConnectionId id, Fields state) {
        tables.get().connections().existing(id);
        tables.get().states().put(id, state);
    }
}
