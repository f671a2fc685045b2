package dev.wharf.jdbc;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The last syncs of connections, and the states of their connectors. */
record SyncRows(Session session) {
    private static final String SELECT =
            "SELECT connection_id, ends_at, succeeds, historical, succeeded_before, failed_before, awaited FROM connection_syncs";

    private record Found(ConnectionId id, SyncRun last) {}

    Map<ConnectionId, SyncRun> find(Collection<ConnectionId> ids) {
        Map<ConnectionId, SyncRun> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            session.list(
                            SELECT + " WHERE connection_id IN (" + Session.places(ids.size()) + ")",
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

    void write(ConnectionId id, SyncRun last) {
        session.update("DELETE FROM connection_syncs WHERE connection_id = ?", id);
        session.update(
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

    Optional<Fields> findState(ConnectionId id) {
        return session.find(
                "SELECT state FROM connection_states WHERE connection_id = ?",
                row -> FieldsText.read(row.text("state")),
                id);
    }

    void write(ConnectionId id, Fields state) {
        session.update("DELETE FROM connection_states WHERE connection_id = ?", id);
        session.update(
                "INSERT INTO connection_states (connection_id, state) VALUES (?, ?)",
                id,
                Objects.requireNonNullElse(FieldsText.of(state), "{}"));
    }

    void delete(ConnectionId id) {
        session.update("DELETE FROM connection_syncs WHERE connection_id = ?", id);
        session.update("DELETE FROM connection_states WHERE connection_id = ?", id);
    }
}
