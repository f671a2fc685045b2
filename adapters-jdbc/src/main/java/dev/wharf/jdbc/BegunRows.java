package dev.wharf.jdbc;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.BegunRecords;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes of an account elsewhere of which it is not known yet what became of them. */
record BegunRows(Statements statements) implements BegunRecords.Change {
    private static final String SELECT =
            """
            SELECT position, id, begun_at, user_id, action, subject, from_sha256, to_sha256, upload_key, under_way_until
            FROM changes_begun
            """;

    static final String LIST = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";
    static final String FIND_BY_KEY = SELECT + "WHERE user_id = ? AND upload_key = ? ORDER BY position LIMIT 1";

    @Override
    public List<Positioned<BegunChange>> list(long after, int limit) {
        return statements.page(LIST, BegunRows::read, after, limit);
    }

    @Override
    public Optional<BegunChange> find(UserId user, UploadKey key) {
        return statements.find(FIND_BY_KEY, BegunRows::read, user, key);
    }

    private static BegunChange read(Row row) throws SQLException {
        return new BegunChange(
                row.text("id"),
                row.moment("begun_at"),
                row.user("user_id"),
                AuditEntry.Action.valueOf(row.text("action")),
                row.textOrNull("subject"),
                row.orNull("from_sha256", Sha256::new),
                row.orNull("to_sha256", Sha256::new),
                row.orNull("upload_key", UploadKey::new),
                row.moment("under_way_until"));
    }

    @Override
    public void begin(BegunChange begun) {
        statements.update(
                """
                INSERT INTO changes_begun (id, begun_at, user_id, action, subject, from_sha256, to_sha256, upload_key,
                    under_way_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                begun.id(),
                begun.at(),
                begun.user(),
                begun.action().name(),
                begun.subject(),
                begun.from(),
                begun.to(),
                begun.key(),
                begun.underWayUntil());
    }

    @Override
    public boolean settle(String id) {
        return statements.update("DELETE FROM changes_begun WHERE id = ?", id) == 1;
    }

    @Override
    public void prolong(Collection<String> ids, Instant until) {
        ids.forEach(id -> statements.update("UPDATE changes_begun SET under_way_until = ? WHERE id = ?", until, id));
    }
}
