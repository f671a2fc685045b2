package dev.wharf.registry;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Destinations;
import dev.wharf.port.catalog.DestinationRecords;
import dev.wharf.port.catalog.PackageCatalog;

/** The destinations of a hosted registry. */
final class HostedDestinations implements Destinations {
    private static final Cursors CURSORS = new Cursors("destinations");

    private final PackageCatalog catalog;
    private final Changes changes;
    private final Permissions permissions;
    private final Slugs slugs = new Slugs();

    HostedDestinations(PackageCatalog catalog, Changes changes, Permissions permissions) {
        this.catalog = catalog;
        this.changes = changes;
        this.permissions = permissions;
    }

    @Override
    public Page<Destination> list(PageRequest request) {
        return CURSORS.page(request, catalog.destinations()::list);
    }

    @Override
    public Destination create(DestinationName name) {
        permissions.checkMayCreate();
        name.checkForm();
        return changes.run(
                permissions.user(),
                change -> slugs.insertUnderNew(id -> {
                    Destination made = new Destination(new DestinationId(id), name, change.at());
                    if (!change.catalog().destinations().insert(made)) {
                        return null;
                    }
                    change.record(Action.DESTINATION_CREATED, id, null);
                    return made;
                }));
    }

    @Override
    public Destination retrieve(DestinationId id) {
        return find(catalog.destinations(), id);
    }

    @Override
    public Destination rename(DestinationId id, DestinationName name) {
        permissions.checkIsAdmin("rename a destination");
        name.checkForm();
        return changes.run(permissions.user(), change -> {
            Destination present = find(change.catalog().destinations(), id);
            change.catalog().destinations().rename(id, name);
            change.record(Action.DESTINATION_RENAMED, id.value(), null);
            return new Destination(id, name, present.createdAt());
        });
    }

    @Override
    public void delete(DestinationId id) {
        permissions.checkIsAdmin("delete a destination");
        changes.run(permissions.user(), change -> {
            find(change.catalog().destinations(), id);
            change.catalog().destinations().delete(id);
            change.record(Action.DESTINATION_DELETED, id.value(), null);
            return id;
        });
    }

    static Destination find(DestinationRecords destinations, DestinationId id) {
        return destinations
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        Resource.DESTINATION,
                        "Destination (group) not found: " + id + ".",
                        "List the destinations to see all of them."));
    }
}
