package dev.wharf.gateway;

import static dev.wharf.gateway.Upstream.ask;

import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.Permissions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections of the account behind a gateway, as one caller sees them. */
final class GatewayConnections implements Connections {
    private final Connections reads;
    private final Account writes;
    private final BindingPolicy binding;
    private final KeyedLocks bindings;
    private final Permissions permissions;
    private final Ledger ledger;
    private final Recorder recorder;

    GatewayConnections(
            Connections reads,
            Account writes,
            BindingPolicy binding,
            KeyedLocks bindings,
            Permissions permissions,
            Ledger ledger,
            Recorder recorder) {
        this.reads = reads;
        this.writes = writes;
        this.binding = binding;
        this.bindings = bindings;
        this.permissions = permissions;
        this.ledger = ledger;
        this.recorder = recorder;
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        Page<Connection> page = ask(() -> reads.list(filter, request));
        return new Page<>(page.items().stream().map(ledger::signed).toList(), page.nextCursor(), page.leftOut());
    }

    @Override
    public Connection create(NewConnection wanted) {
        permissions.checkMayCreate();
        PackageId packageId = wanted.settings().packageId();
        return binding(packageId, null, () -> {
            Connection made = writes.connections().create(wanted);
            record(Action.CONNECTION_CREATED, made.id(), packageId);
            return ledger.signed(made);
        });
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return ledger.signed(ask(() -> reads.retrieve(id)));
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        Connection present = changeable(id);
        PackageId asked = settings.packageId();
        return binding(asked, id, () -> {
            Connection changed = writes.connections().update(id, settings);
            record(Action.CONNECTION_UPDATED, id, packageAfter(settings, present));
            return ledger.signed(changed);
        });
    }

    @Override
    public void delete(ConnectionId id) {
        Connection present = changeable(id);
        ask(() -> {
            writes.connections().delete(id);
            record(Action.CONNECTION_DELETED, id, present.packageId());
            return id;
        });
    }

    @Override
    public Connection test(ConnectionId id) {
        changeable(id);
        return ledger.signed(ask(() -> writes.connections().test(id)));
    }

    @Override
    public void sync(ConnectionId id, boolean force) {
        Connection present = changeable(id);
        ask(() -> {
            writes.connections().sync(id, force);
            // The account begins none beside one that is under way.
            if (force || !ConnectionStatus.SYNCING.equals(present.status().syncState())) {
                record(Action.CONNECTION_SYNCED, id, present.packageId());
            }
            return id;
        });
    }

    @Override
    public void resync(ConnectionId id, Fields asked) {
        Connection present = changeable(id);
        ask(() -> {
            writes.connections().resync(id, asked);
            if (present.paused()) {
                record(Action.CONNECTION_RESYNC_AWAITED, id, present.packageId());
            } else {
                recorder.made(Action.CONNECTION_SYNCED, id.value(), null, null, "historical");
            }
            return id;
        });
    }

    @Override
    public Fields changeState(ConnectionId id, Fields state) {
        changeable(id);
        return ask(() -> {
            Fields changed = writes.connections().changeState(id, state);
            recorder.made(Action.CONNECTION_STATE_CHANGED, id.value(), null, null, null);
            return changed;
        });
    }

    /** An account need not tell it in its answer. */
    private static @Nullable PackageId packageAfter(ConnectionSettings settings, Connection before) {
        boolean cleared = settings.cleared().contains("config.package_id");
        return settings.packageId() != null || cleared ? settings.packageId() : before.packageId();
    }

    /** Asks the rule before the account; of several who want one package at once, one after the other. */
    private Connection binding(@Nullable PackageId wanted, @Nullable ConnectionId by, Supplier<Connection> change) {
        if (wanted == null) {
            return ask(change);
        }
        return bindings.holding(
                wanted,
                () -> ask(() -> {
                    binding.check(writes.packages().retrieve(wanted), by);
                    return change.get();
                }));
    }

    private Connection changeable(ConnectionId id) {
        Connection present = ask(() -> writes.connections().retrieve(id));
        permissions.checkMayChange(ledger.owner(id), "connection");
        return present;
    }

    private void record(Action action, ConnectionId id, @Nullable PackageId packageId) {
        recorder.made(action, id.value(), null, null, packageId == null ? null : packageId.value());
    }
}
