package dev.wharf.jdbc;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.CatalogReads.Positioned;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packages, and the archives they refer to or have let go of. */
record PackageRows(Session session) {
    private static final String SELECT =
            """
            SELECT position, id, sha256, created_by, last_updated_by, created_at, updated_at,
                (SELECT string_agg(serving.id, ',') FROM (SELECT c.id FROM connections c WHERE c.package_id = p.id
                    ORDER BY c.position) AS serving) AS connection_ids
            FROM packages p
            """;

    static final String FIND = SELECT + "WHERE id = ?";
    static final String LIST = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";
    static final String REFERS = "SELECT 1 FROM packages WHERE sha256 = ? LIMIT 1";
    static final String NEEDS =
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM packages WHERE sha256 = ?)
                OR EXISTS (SELECT 1 FROM releases WHERE sha256 = ? AND released_at >= ?)
            """;

    Optional<ConnectorPackage> find(PackageId id) {
        return session.find(FIND, PackageRows::read, id);
    }

    Set<PackageId> shared(Collection<PackageId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(session.list(
                        "SELECT package_id FROM connections WHERE package_id IN (" + Session.places(ids.size())
                                + ") GROUP BY package_id HAVING count(*) > 1",
                        row -> new PackageId(row.text("package_id")),
                        ids.toArray()));
    }

    List<Positioned<ConnectorPackage>> list(long after, int limit) {
        return session.page(LIST, PackageRows::read, after, limit);
    }

    private static ConnectorPackage read(Row row) throws SQLException {
        return new ConnectorPackage(
                new PackageId(row.text("id")),
                connections(row.textOrNull("connection_ids")),
                row.user("created_by"),
                row.user("last_updated_by"),
                row.moment("created_at"),
                row.moment("updated_at"),
                row.sha256("sha256"),
                Fields.NONE);
    }

    /** Identifiers that a registry makes hold no comma. */
    private static List<ConnectionId> connections(@Nullable String ids) {
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(",")).map(ConnectionId::new).toList();
    }

    void requireExisting(PackageId id) {
        if (!session.exists("SELECT 1 FROM packages WHERE id = ?", id)) {
            throw new NotFoundException(
                    NotFoundException.Resource.PACKAGE, "There is no package " + id + ": upload it first.");
        }
    }

    boolean insert(ConnectorPackage added) {
        return session.update(
                        """
                        INSERT INTO packages (id, sha256, created_by, last_updated_by, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """,
                        added.id(),
                        Objects.requireNonNull(added.sha256(), "a hosted package has a known hash"),
                        added.createdBy(),
                        added.lastUpdatedBy(),
                        added.createdAt(),
                        added.updatedAt())
                == 1;
    }

    void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at) {
        Sha256 old = archiveOf(id);
        session.updateExisting(
                id,
                "UPDATE packages SET sha256 = ?, last_updated_by = ?, updated_at = ? WHERE id = ?",
                sha256,
                by,
                at,
                id);
        release(old, at);
    }

    void delete(PackageId id, Instant at) {
        Sha256 old = archiveOf(id);
        List<String> users = session.list(
                "SELECT id FROM connections WHERE package_id = ? ORDER BY position", row -> row.text("id"), id);
        if (!users.isEmpty()) {
            throw new PackageInUseException(id.value(), users);
        }
        session.updateExisting(id, "DELETE FROM packages WHERE id = ?", id);
        release(old, at);
    }

    private Sha256 archiveOf(PackageId id) {
        return session.find("SELECT sha256 FROM packages WHERE id = ?", row -> row.sha256("sha256"), id)
                .orElseThrow(() -> new IllegalStateException("there is no " + id));
    }

    private void release(Sha256 sha256, Instant at) {
        if (!session.exists(REFERS, sha256)) {
            session.update(
                    """
                    INSERT INTO releases (sha256, released_at) VALUES (?, ?)
                    ON CONFLICT (sha256) DO UPDATE SET released_at = excluded.released_at
                    """,
                    sha256,
                    at);
        }
    }

    boolean needsArchive(Sha256 sha256, Instant cutoff) {
        return session.exists(NEEDS, sha256, sha256, cutoff);
    }

    void forgetArchive(Sha256 sha256) {
        session.update("DELETE FROM releases WHERE sha256 = ?", sha256);
    }
}
