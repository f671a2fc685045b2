package dev.wharf.jdbc;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.CatalogReads.Positioned;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Destinations. */
record DestinationRows(Session session) {
    private static final String SELECT = "SELECT position, id, name, created_at FROM destinations ";
    static final String FIND = SELECT + "WHERE id = ?";
    static final String FIND_BY_NAME = SELECT + "WHERE name = ?";
    static final String LIST = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";

    Optional<Destination> find(DestinationId id) {
        return session.find(FIND, DestinationRows::read, id);
    }

    Optional<Destination> find(DestinationName name) {
        return session.find(FIND_BY_NAME, DestinationRows::read, name);
    }

    List<Destination> find(Collection<DestinationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.list(
                        SELECT + "WHERE id IN (" + Session.places(ids.size()) + ")",
                        DestinationRows::read,
                        ids.toArray());
    }

    List<Positioned<Destination>> list(long after, int limit) {
        return session.page(LIST, DestinationRows::read, after, limit);
    }

    private static Destination read(Row row) throws SQLException {
        return new Destination(
                new DestinationId(row.text("id")), new DestinationName(row.text("name")), row.moment("created_at"));
    }

    boolean insert(Destination added) {
        if (find(added.id()).isPresent()) {
            return false;
        }
        if (find(added.name()).isPresent()) {
            throw new ConflictException(
                    "There is a destination named " + added.name() + " already: choose another name.");
        }
        session.update(
                "INSERT INTO destinations (id, name, created_at) VALUES (?, ?, ?)",
                added.id(),
                added.name(),
                added.createdAt());
        return true;
    }

    void rename(DestinationId id, DestinationName name) {
        if (find(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new ConflictException("There is a destination named " + name + " already: choose another name.");
        }
        session.updateExisting(id, "UPDATE destinations SET name = ? WHERE id = ?", name, id);
    }

    void delete(DestinationId id) {
        if (session.exists("SELECT 1 FROM connections WHERE destination_id = ? LIMIT 1", id)) {
            throw new ConflictException("A connection writes to the destination " + id + ": delete it first.");
        }
        session.updateExisting(id, "DELETE FROM destinations WHERE id = ?", id);
    }
}
