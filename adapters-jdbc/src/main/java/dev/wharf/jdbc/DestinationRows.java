package dev.wharf.jdbc;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.DestinationRecords;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Destinations. */
record DestinationRows(Statements statements) implements DestinationRecords.Change {
    private static final String SELECT = "SELECT position, id, name, created_at FROM destinations ";
    static final String FIND = SELECT + "WHERE id = ?";
    static final String FIND_BY_NAME = SELECT + "WHERE name = ?";
    static final String LIST = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";

    @Override
    public Optional<Destination> find(DestinationId id) {
        return statements.find(FIND, DestinationRows::read, id);
    }

    @Override
    public Optional<Destination> find(DestinationName name) {
        return statements.find(FIND_BY_NAME, DestinationRows::read, name);
    }

    @Override
    public List<Destination> find(Collection<DestinationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : statements.list(
                        SELECT + "WHERE id IN (" + Statements.places(ids.size()) + ")",
                        DestinationRows::read,
                        ids.toArray());
    }

    @Override
    public List<Positioned<Destination>> list(long after, int limit) {
        return statements.page(LIST, DestinationRows::read, after, limit);
    }

    private static Destination read(Row row) throws SQLException {
        return new Destination(
                new DestinationId(row.text("id")), new DestinationName(row.text("name")), row.moment("created_at"));
    }

    @Override
    public boolean insert(Destination added) {
        if (find(added.id()).isPresent()) {
            return false;
        }
        if (find(added.name()).isPresent()) {
            throw new ConflictException(
                    "There is already a destination named " + added.name() + ".", "Choose another name.");
        }
        statements.update(
                "INSERT INTO destinations (id, name, created_at) VALUES (?, ?, ?)",
                added.id(),
                added.name(),
                added.createdAt());
        return true;
    }

    @Override
    public void rename(DestinationId id, DestinationName name) {
        if (find(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new ConflictException("There is already a destination named " + name + ".", "Choose another name.");
        }
        statements.updateExisting(id, "UPDATE destinations SET name = ? WHERE id = ?", name, id);
    }

    @Override
    public void delete(DestinationId id) {
        if (statements.exists("SELECT 1 FROM connections WHERE destination_id = ? LIMIT 1", id)) {
            throw new ConflictException(
                    "A connection writes to the destination " + id + ".", "Delete the connection first.");
        }
        statements.updateExisting(id, "DELETE FROM destinations WHERE id = ?", id);
    }
}
