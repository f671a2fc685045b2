package dev.wharf.registry;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.CatalogReads;
import dev.wharf.port.Connections;
import dev.wharf.port.PackageCatalog;
import dev.wharf.registry.Changes.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a hosted registry. It runs no connector, so it keeps the keys of a configuration and never its values.
 */
final class HostedConnections implements Connections {
    private static final Cursors CURSORS = new Cursors("connections");

    private final PackageCatalog catalog;
    private final Changes changes;
    private final BindingPolicy binding;
    private final Permissions permissions;
    private final Slugs slugs = new Slugs();

    HostedConnections(PackageCatalog catalog, Changes changes, BindingPolicy binding, Permissions permissions) {
        this.catalog = catalog;
        this.changes = changes;
        this.binding = binding;
        this.permissions = permissions;
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        return CURSORS.page(request, (after, limit) -> catalog.listConnections(filter, after, limit));
    }

    @Override
    public Connection create(NewConnection wanted) {
        permissions.checkMayCreate();
        return changes.run(permissions.user(), change -> insert(change, wanted));
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return find(catalog, id);
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        return changes.run(permissions.user(), change -> {
            Connection present = find(change.catalog(), id);
            permissions.checkMayChange(present.createdBy(), "connection");
            Connection changed = present.changedBy(settings);
            checkBinding(change.catalog(), changed);
            change.catalog().update(changed, binding.isExclusive());
            change.record(Action.CONNECTION_UPDATED, id.value(), packageOf(changed));
            return changed;
        });
    }

    @Override
    public void delete(ConnectionId id) {
        changes.run(permissions.user(), change -> {
            Connection present = find(change.catalog(), id);
            permissions.checkMayChange(present.createdBy(), "connection");
            change.catalog().deleteConnection(id);
            change.record(Action.CONNECTION_DELETED, id.value(), packageOf(present));
            return id;
        });
    }

    @Override
    public Connection test(ConnectionId id) {
        return find(catalog, id);
    }

    @Override
    public void sync(ConnectionId id) {
        Connection present = find(catalog, id);
        permissions.checkMayChange(present.createdBy(), "connection");
    }

    private Connection insert(Recorded change, NewConnection wanted) {
        HostedDestinations.find(change.catalog(), wanted.destinationId());
        ConnectionFilter sameName = new ConnectionFilter(wanted.destinationId(), wanted.name());
        if (!change.catalog().listConnections(sameName, 0, 1).isEmpty()) {
            throw new ConflictException("The destination already has a connection named " + wanted.name()
                    + ": choose another name (config.schema), or update that connection.");
        }
        return slugs.insertUnderNew(id -> {
            Connection made = Connection.bare(
                            new ConnectionId(id), wanted.destinationId(), wanted.name(), change.user(), change.at())
                    .changedBy(wanted.settings());
            checkBinding(change.catalog(), made);
            if (!change.catalog().insert(made, binding.isExclusive())) {
                return null;
            }
            change.record(Action.CONNECTION_CREATED, id, packageOf(made));
            return made;
        });
    }

    private void checkBinding(CatalogReads reads, Connection connection) {
        PackageId packageId = connection.packageId();
        if (packageId != null) {
            binding.check(HostedPackages.find(reads, packageId), connection.id());
        }
    }

    private static @Nullable String packageOf(Connection connection) {
        PackageId packageId = connection.packageId();
        return packageId == null ? null : packageId.value();
    }

    private static Connection find(CatalogReads reads, ConnectionId id) {
        return reads.findConnection(id)
                .orElseThrow(() -> new NotFoundException(
                        Resource.CONNECTION,
                        "Connection not found: " + id + ". List the connections to see which there are."));
    }
}
