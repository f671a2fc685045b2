package dev.wharf.jdbc;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.PackageRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packages. */
record PackageRows(Statements statements) implements PackageRecords.Change {
    private static final String SELECT =
            """
            SELECT position, id, sha256, created_by, last_updated_by, created_at, updated_at,
                (SELECT string_agg(serving.id, ',') FROM (SELECT c.id FROM connections c WHERE c.package_id = p.id
                    ORDER BY c.position) AS serving) AS connection_ids
            FROM packages p
            """;

    static final String FIND = SELECT + "WHERE id = ?";
    static final String LIST = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";

    @Override
    public Optional<ConnectorPackage> find(PackageId id) {
        return statements.find(FIND, PackageRows::read, id);
    }

    @Override
    public Set<PackageId> findShared(Collection<PackageId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(statements.list(
                        "SELECT package_id FROM connections WHERE package_id IN (" + Statements.places(ids.size())
                                + ") GROUP BY package_id HAVING count(*) > 1",
                        row -> new PackageId(row.text("package_id")),
                        ids.toArray()));
    }

    @Override
    public List<Positioned<ConnectorPackage>> list(long after, int limit) {
        return statements.page(LIST, PackageRows::read, after, limit);
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
        if (!statements.exists("SELECT 1 FROM packages WHERE id = ?", id)) {
            throw new NotFoundException(
                    NotFoundException.Resource.PACKAGE, "There is no package " + id + ".", "Upload it first.");
        }
    }

    @Override
    public boolean insert(ConnectorPackage added) {
        return statements.update(
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

    @Override
    public void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at) {
        Sha256 old = archiveOf(id);
        statements.updateExisting(
                id,
                "UPDATE packages SET sha256 = ?, last_updated_by = ?, updated_at = ? WHERE id = ?",
                sha256,
                by,
                at,
                id);
        new ArchiveRows(statements).release(old, at);
    }

    @Override
    public void delete(PackageId id, Instant at) {
        Sha256 old = archiveOf(id);
        List<String> users = statements.list(
                "SELECT id FROM connections WHERE package_id = ? ORDER BY position", row -> row.text("id"), id);
        if (!users.isEmpty()) {
            throw new PackageInUseException(id.value(), users);
        }
        statements.updateExisting(id, "DELETE FROM packages WHERE id = ?", id);
        new ArchiveRows(statements).release(old, at);
    }

    private Sha256 archiveOf(PackageId id) {
        return statements
                .find("SELECT sha256 FROM packages WHERE id = ?", row -> row.sha256("sha256"), id)
                .orElseThrow(() -> new IllegalStateException("there is no " + id));
    }
}
