package dev.wharf.registry;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;
import dev.wharf.port.catalog.ConnectionRecords;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageRecords;
import dev.wharf.registry.Changes.Recorded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connections of a hosted registry. It runs no connector; the values of a configuration are kept sealed, or not at all. */
final class HostedConnections implements Connections {
    private static final Cursors CURSORS = new Cursors("connections");

    private final PackageCatalog catalog;
    private final Changes changes;
    private final BindingPolicy binding;
    private final Permissions permissions;
    private final Secrets secrets;
    private final SetupTests tests;
    private final HostedSyncs syncs;
    private final Slugs slugs = new Slugs();

    HostedConnections(
            PackageCatalog catalog,
            Changes changes,
            BindingPolicy binding,
            Permissions permissions,
            Secrets secrets,
            SetupTests tests,
            HostedSyncs syncs) {
        this.catalog = catalog;
        this.changes = changes;
        this.binding = binding;
        this.permissions = permissions;
        this.secrets = secrets;
        this.tests = tests;
        this.syncs = syncs;
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        Page<Connection> page =
                CURSORS.page(request, (after, limit) -> catalog.connections().list(filter, after, limit));
        return new Page<>(syncs.shown(catalog.syncs(), page.items()), page.nextCursor());
    }

    @Override
    public Connection create(NewConnection wanted) {
        permissions.checkMayCreate();
        return tested(changes.run(permissions.user(), change -> insert(change, wanted)), wanted.settings());
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return syncs.shown(catalog.syncs(), find(catalog.connections(), id));
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        Connection updated = changes.run(permissions.user(), change -> {
            Connection present = changeable(change, id);
            SettingsRules.checkKept(settings, present);
            Connection changed = present.changedBy(settings.withNaming(present.naming()));
            SettingsRules.check(settings, changed);
            checkBinding(change.catalog().packages(), changed);
            change.catalog().connections().update(changed, binding.isExclusive());
            keepSecrets(change, id, settings);
            change.record(Action.CONNECTION_UPDATED, id.value(), packageOf(changed));
            beginAwaited(change, changed);
            return changed;
        });
        return tested(updated, settings);
    }

    @Override
    public void delete(ConnectionId id) {
        changes.run(permissions.user(), change -> {
            Connection present = changeable(change, id);
            change.catalog().connections().delete(id);
            change.record(Action.CONNECTION_DELETED, id.value(), packageOf(present));
            return id;
        });
    }

    @Override
    public Connection test(ConnectionId id) {
        Connection present = find(catalog.connections(), id);
        permissions.checkMayChange(present.createdBy(), "connection");
        return syncs.shown(catalog.syncs(), present).tested(tests.run(present));
    }

    @Override
    public void sync(ConnectionId id, boolean force) {
        changes.run(permissions.user(), change -> {
            Connection present = runnable(change, id);
            if (present.paused()) {
                throw new ConflictException(
                        "The connection " + id + " is paused.", "Update it with paused set to false, then sync it.");
            }
            if (force || !syncs.isUnderWay(change.catalog().syncs(), id)) {
                syncs.begin(change, present, false);
                change.record(Action.CONNECTION_SYNCED, id.value(), packageOf(present));
            }
            return id;
        });
    }

    /**
     * Its tables are not known here, so no part of it can be synced for itself. As in the vendor's account, one that is paused syncs once
     * it no longer is.
     */
    @Override
    public void resync(ConnectionId id, Fields asked) {
        for (Map.Entry<String, ?> each : asked.asMap().entrySet()) {
            if (each.getValue() != null) {
                throw new InvalidRequestException(
                        each.getKey() + " is not supported here, because this registry does not know the tables.",
                        "Leave it out to sync everything again.");
            }
        }
        changes.run(permissions.user(), change -> {
            Connection present = runnable(change, id);
            if (!present.paused()) {
                beginHistorical(change, present);
            } else if (!syncs.isAwaited(change.catalog().syncs(), id)) {
                syncs.await(change, id);
                change.record(Action.CONNECTION_RESYNC_AWAITED, id.value(), packageOf(present));
            }
            return id;
        });
    }

    private Connection runnable(Recorded change, ConnectionId id) {
        Connection present = changeable(change, id);
        if (present.packageId() == null) {
            throw new ConflictException(
                    "The connection " + id + " has no package to run.", "Update it with a package_id, then sync it.");
        }
        return present;
    }

    private void beginAwaited(Recorded change, Connection changed) {
        if (!changed.paused()
                && changed.packageId() != null
                && syncs.isAwaited(change.catalog().syncs(), changed.id())) {
            beginHistorical(change, changed);
        }
    }

    private void beginHistorical(Recorded change, Connection connection) {
        syncs.begin(change, connection, true);
        change.record(Action.CONNECTION_SYNCED, connection.id().value(), "historical");
    }

    @Override
    public Fields changeState(ConnectionId id, Fields state) {
        return changes.run(permissions.user(), change -> {
            if (!changeable(change, id).paused()) {
                throw new ConflictException(
                        "The connection " + id + " is not paused.",
                        "Update it with paused set to true, then change its state.");
            }
            change.catalog().syncs().writeState(id, state);
            change.record(Action.CONNECTION_STATE_CHANGED, id.value(), null);
            return state;
        });
    }

    private Connection changeable(Recorded change, ConnectionId id) {
        Connection present = find(change.catalog().connections(), id);
        permissions.checkMayChange(present.createdBy(), "connection");
        return present;
    }

    /** Tests once the change stands; whatever comes of them, it stands. Whoever embeds a registry must ask for them. */
    private Connection tested(Connection changed, ConnectionSettings asked) {
        Connection shown = syncs.shown(catalog.syncs(), changed);
        return Boolean.TRUE.equals(asked.runSetupTests()) ? shown.tested(tests.run(changed)) : shown;
    }

    private Connection insert(Recorded change, NewConnection wanted) {
        HostedDestinations.find(change.catalog().destinations(), wanted.destinationId());
        ConnectionFilter sameName = new ConnectionFilter(wanted.destinationId(), wanted.name());
        if (!change.catalog().connections().list(sameName, 0, 1).isEmpty()) {
            throw new ConflictException(
                    "The destination already has a connection named " + wanted.name() + ".",
                    "Choose another name (config.schema), or update that connection.");
        }
        return slugs.insertUnderNew(id -> {
            Connection made = Connection.bare(
                            new ConnectionId(id), wanted.destinationId(), wanted.name(), change.user(), change.at())
                    .changedBy(wanted.settings());
            SettingsRules.check(wanted.settings(), made);
            checkBinding(change.catalog().packages(), made);
            if (!change.catalog().connections().insert(made, binding.isExclusive())) {
                return null;
            }
            keepSecrets(change, made.id(), wanted.settings());
            change.record(Action.CONNECTION_CREATED, id, packageOf(made));
            return made;
        });
    }

    private void keepSecrets(Recorded change, ConnectionId id, ConnectionSettings asked) {
        if (asked.secrets() != null) {
            secrets.replace(change.catalog().secrets(), id, asked.secrets());
        }
    }

    private void checkBinding(PackageRecords packages, Connection connection) {
        PackageId packageId = connection.packageId();
        if (packageId != null) {
            binding.check(HostedPackages.find(packages, packageId), connection.id());
        }
    }

    private static @Nullable String packageOf(Connection connection) {
        PackageId packageId = connection.packageId();
        return packageId == null ? null : packageId.value();
    }

    static Connection find(ConnectionRecords connections, ConnectionId id) {
        return connections
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        Resource.CONNECTION,
                        "Connection not found: " + id + ".",
                        "List the connections to see all of them."));
    }
}
