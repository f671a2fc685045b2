package dev.wharf.jdbc;

import dev.wharf.model.ApiKey;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API keys. */
record ApiKeyRows(Statements statements) {
    private static final String SELECT =
            "SELECT position, id, secret_hash, user_id, role, created_at, revoked_at FROM api_keys ";
    static final String FIND = SELECT + "WHERE id = ?";

    Optional<ApiKey> find(String id) {
        return statements.find(FIND, ApiKeyRows::read, id);
    }

    List<ApiKey> list() {
        return statements.list(SELECT + "ORDER BY position", ApiKeyRows::read);
    }

    private static ApiKey read(Row row) throws SQLException {
        return new ApiKey(
                row.text("id"),
                row.text("secret_hash"),
                new Principal(row.user("user_id"), Role.valueOf(row.text("role"))),
                row.moment("created_at"),
                row.momentOrNull("revoked_at"));
    }

    boolean insert(ApiKey key) {
        return statements.update(
                        """
                        INSERT INTO api_keys (id, secret_hash, user_id, role, created_at, revoked_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """,
                        key.id(),
                        key.secretHash(),
                        key.principal().user(),
                        key.principal().role().name(),
                        key.createdAt(),
                        key.revokedAt())
                == 1;
    }

    boolean insertFirst(ApiKey key) {
        return !statements.exists("SELECT 1 FROM api_keys LIMIT 1") && insert(key);
    }

    boolean revoke(String id, Instant at) {
        return statements.update("UPDATE api_keys SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?", at, id) == 1;
    }
}
