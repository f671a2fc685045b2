package dev.wharf.testkit.catalog;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.DestinationRecords;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Destinations in memory. */
record KeptDestinations(Supplier<Tables> tables) implements DestinationRecords.Change {
    @Override
    public List<Destination> find(Collection<DestinationId> ids) {
        return ids.stream()
                .flatMap(id -> tables.get().destinations().find(id).stream())
                .toList();
    }

    @Override
    public Optional<Destination> find(DestinationName name) {
        return tables.get()
                .destinations()
                .all()
                .filter(destination -> destination.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Positioned<Destination>> list(long after, int limit) {
        return tables.get().destinations().page(after, limit, all -> true);
    }

    @Override
    public boolean insert(Destination destination) {
        if (tables.get().destinations().has(destination.id())) {
            return false;
        }
        checkFree(destination.id(), destination.name());
        return tables.get().destinations().add(destination.id(), destination);
    }

    @Override
    public void rename(DestinationId id, DestinationName name) {
        Destination old = tables.get().destinations().existing(id);
        checkFree(id, name);
        tables.get().destinations().replace(id, new Destination(id, name, old.createdAt(), old.others()));
    }

    private void checkFree(DestinationId id, DestinationName name) {
        if (find(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new ConflictException("There is a destination named " + name + " already.", "Choose another name.");
        }
    }

    @Override
    public void delete(DestinationId id) {
        tables.get().destinations().existing(id);
        if (tables.get()
                .connections()
                .all()
                .anyMatch(row -> id.equals(row.connection().destinationId()))) {
            throw new ConflictException("A connection writes to the destination " + id + ".", "Delete it first.");
        }
        tables.get().destinations().remove(id);
    }
}
