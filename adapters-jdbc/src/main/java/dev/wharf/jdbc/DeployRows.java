package dev.wharf.jdbc;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.DeployRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was deployed. */
record DeployRows(Statements statements) implements DeployRecords.Change {
    private static final String SELECT =
            """
            SELECT id, connection_id, begun_at, user_id, destination_name, connection_name, package_id, state, from_sha256,
                to_sha256, commit_name, branch, modified, settings, note
            FROM deploys
            """;

    static final String LIST = SELECT + "WHERE connection_id = ? ORDER BY position";
    static final String FIND = SELECT + "WHERE id = ?";
    /** Those before the newest so many. */
    private static final String CROWDED_OUT =
            """
            WHERE connection_id = ? AND position <=
                (SELECT position FROM deploys WHERE connection_id = ? ORDER BY position DESC LIMIT 1 OFFSET ?)
            """;

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return statements.list(LIST, DeployRows::read, connection);
    }

    @Override
    public Optional<DeployRecord> find(String id) {
        return statements.find(FIND, DeployRows::read, id);
    }

    @Override
    public void write(DeployRecord entry, int deploys, int archives) {
        ConnectionId connection = Objects.requireNonNull(entry.connectionId(), "the connection must be known");
        SourceRevision source = entry.source();
        statements.update(
                """
                INSERT INTO deploys (id, connection_id, begun_at, user_id, destination_name, connection_name, package_id,
                    state, from_sha256, to_sha256, commit_name, branch, modified, settings, note, keeps)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET connection_id = excluded.connection_id, begun_at = excluded.begun_at,
                    user_id = excluded.user_id, destination_name = excluded.destination_name,
                    connection_name = excluded.connection_name, package_id = excluded.package_id,
                    state = excluded.state, from_sha256 = excluded.from_sha256, to_sha256 = excluded.to_sha256,
                    commit_name = excluded.commit_name, branch = excluded.branch, modified = excluded.modified,
                    settings = excluded.settings, note = excluded.note
                """,
                entry.id(),
                connection,
                entry.at(),
                entry.user(),
                entry.destination(),
                entry.connectionName(),
                entry.packageId(),
                entry.state(),
                entry.from(),
                entry.to(),
                source == null ? null : escaped(source.commit()),
                source == null ? null : escaped(source.branch()),
                source == null ? null : source.modified(),
                SecretKeys.toText(entry.settings()),
                escaped(entry.note()),
                true);
        statements.update("DELETE FROM deploys " + CROWDED_OUT, connection, connection, deploys);
        statements.update("UPDATE deploys SET keeps = ? " + CROWDED_OUT, false, connection, connection, archives);
    }

    void deleteOf(ConnectionId connection) {
        statements.update("DELETE FROM deploys WHERE connection_id = ?", connection);
    }

    private static DeployRecord read(Row row) throws SQLException {
        String commit = row.textOrNull("commit_name");
        return new DeployRecord(
                row.text("id"),
                row.moment("begun_at"),
                row.orNull("user_id", UserId::new),
                new DestinationName(row.text("destination_name")),
                new ConnectionName(row.text("connection_name")),
                new ConnectionId(row.text("connection_id")),
                row.orNull("package_id", PackageId::new),
                State.valueOf(row.text("state")),
                row.orNull("from_sha256", Sha256::new),
                row.sha256("to_sha256"),
                commit == null
                        ? null
                        : new SourceRevision(
                                SecretKeys.unescape(commit),
                                row.orNull("branch", SecretKeys::unescape),
                                row.flag("modified")),
                SecretKeys.fromText(row.text("settings")),
                row.orNull("note", SecretKeys::unescape));
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : SecretKeys.escape(text);
    }
}
