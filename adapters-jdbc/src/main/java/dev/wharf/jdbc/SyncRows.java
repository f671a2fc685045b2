package dev.wharf.jdbc;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import dev.wharf.port.catalog.SyncRecords;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The last syncs of connections, and the states of their connectors. */
record SyncRows(Statements statements) implements SyncRecords.Change {
    private static final String SELECT =
            "SELECT connection_id, ends_at, succeeds, historical, succeeded_before, failed_before, awaited FROM connection_syncs";

    private record Found(ConnectionId id, SyncRun last) {}

    @Override
    public Map<ConnectionId, SyncRun> find(Collection<ConnectionId> ids) {
        Map<ConnectionId, SyncRun> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            statements
                    .list(
                            SELECT + " WHERE connection_id IN (" + Statements.places(ids.size()) + ")",
                            SyncRows::read,
                            ids.toArray())
                    .forEach(each -> found.put(each.id(), each.last()));
        }
        return found;
    }

    private static Found read(Row row) throws SQLException {
        return new Found(
                new ConnectionId(row.text("connection_id")),
                new SyncRun(
                        row.moment("ends_at"),
                        row.flag("succeeds"),
                        row.flag("historical"),
                        row.momentOrNull("succeeded_before"),
                        row.momentOrNull("failed_before"),
                        row.flag("awaited")));
    }

    @Override
    public void write(ConnectionId id, SyncRun last) {
        statements.update("DELETE FROM connection_syncs WHERE connection_id = ?", id);
        statements.update(
                "INSERT INTO connection_syncs (connection_id, ends_at, succeeds, historical, succeeded_before, failed_before,"
                        + " awaited) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                last.endsAt(),
                last.succeeds(),
                last.historical(),
                last.succeededBefore(),
                last.failedBefore(),
                last.awaited());
    }

    @Override
    public Optional<Fields> findState(ConnectionId id) {
        return statements.find(
                "SELECT state FROM connection_states WHERE connection_id = ?",
                row -> FieldsText.read(row.text("state")),
                id);
    }

    @Override
    public void writeState(ConnectionId id, Fields state) {
        statements.update("DELETE FROM connection_states WHERE connection_id = ?", id);
        statements.update(
                "INSERT INTO connection_states (connection_id, state) VALUES (?, ?)",
                id,
                Objects.requireNonNullElse(FieldsText.of(state), "{}"));
    }

    void deleteOf(ConnectionId id) {
        statements.update("DELETE FROM connection_syncs WHERE connection_id = ?", id);
        statements.update("DELETE FROM connection_states WHERE connection_id = ?", id);
    }
}
