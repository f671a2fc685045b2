package dev.wharf.testkit.catalog;

import dev.wharf.model.BegunChange;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.BegunRecords;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes begun elsewhere, in memory. */
record KeptBegun(Supplier<Tables> tables) implements BegunRecords.Change {
    @Override
    public List<Positioned<BegunChange>> list(long after, int limit) {
        return tables.get().begun().page(after, limit, all -> true);
    }

    @Override
    public Optional<BegunChange> find(UserId user, UploadKey key) {
        return tables.get()
                .begun()
                .all()
                .filter(change -> change.user().equals(user) && key.equals(change.key()))
                .findFirst();
    }

    @Override
    public void begin(BegunChange begun) {
        tables.get().begun().add(begun.id(), begun);
    }

    @Override
    public boolean settle(String id) {
        boolean there = tables.get().begun().has(id);
        tables.get().begun().remove(id);
        return there;
    }

    @Override
    public void prolong(Collection<String> ids, Instant until) {
        ids.forEach(id -> tables.get().begun().find(id).ifPresent(old -> tables.get()
                .begun()
                .replace(id, prolonged(old, until))));
    }

    private static BegunChange prolonged(BegunChange old, Instant until) {
        return new BegunChange(
                old.id(), old.at(), old.user(), old.action(), old.subject(), old.from(), old.to(), old.key(), until);
    }
}
