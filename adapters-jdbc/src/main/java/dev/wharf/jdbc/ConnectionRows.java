package dev.wharf.jdbc;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.ConnectionRecords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Connections, and the packages bound to them. */
record ConnectionRows(Statements statements) implements ConnectionRecords.Change {
    static final String SELECT =
            """
            SELECT position, id, destination_id, name, package_id, python_version, paused, sync_frequency_minutes,
                secret_keys, created_by, created_at, naming, networking_method, proxy_agent_id, private_link_id,
                hybrid_deployment_agent_id, proxy_host_config_key, schedule_type, daily_sync_time, pause_after_trial,
                data_delay_sensitivity, data_delay_threshold, other_fields
            FROM connections
            """;

    static final String FIND = SELECT + "WHERE id = ?";
    static final String CLAIMANT = "SELECT id FROM connections WHERE exclusive_package_id = ? AND id <> ?";

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return statements.find(FIND, ConnectionRows::read, id);
    }

    @Override
    public List<Positioned<Connection>> list(ConnectionFilter filter, long after, int limit) {
        List<Object> arguments = new ArrayList<>();
        if (filter.destinationId() != null) {
            arguments.add(filter.destinationId());
        }
        if (filter.name() != null) {
            arguments.add(filter.name());
        }
        arguments.add(after);
        arguments.add(limit);
        return statements.page(listing(filter), ConnectionRows::read, arguments.toArray());
    }

    /** One statement per set of conditions, so that each is answered in order from one index. */
    static String listing(ConnectionFilter filter) {
        return SELECT + "WHERE "
                + (filter.destinationId() == null ? "" : "destination_id = ? AND ")
                + (filter.name() == null ? "" : "name = ? AND ")
                + "position > ? ORDER BY position LIMIT ?";
    }

    private static Connection read(Row row) throws SQLException {
        return new Connection(
                new ConnectionId(row.text("id")),
                new DestinationId(row.text("destination_id")),
                new ConnectionName(row.text("name")),
                row.orNull("package_id", PackageId::new),
                row.textOrNull("python_version"),
                row.flag("paused"),
                row.numberOrNull("sync_frequency_minutes"),
                row.orNull("naming", SchemaNaming::valueOf),
                new Networking(
                        row.textOrNull("networking_method"),
                        row.textOrNull("proxy_agent_id"),
                        row.textOrNull("private_link_id"),
                        row.textOrNull("hybrid_deployment_agent_id"),
                        row.textOrNull("proxy_host_config_key")),
                new Schedule(
                        row.textOrNull("schedule_type"),
                        row.textOrNull("daily_sync_time"),
                        row.flagOrNull("pause_after_trial"),
                        row.textOrNull("data_delay_sensitivity"),
                        row.numberOrNull("data_delay_threshold")),
                SecretKeys.fromText(row.text("secret_keys")),
                List.of(),
                ConnectionStatus.UNKNOWN,
                row.orNull("created_by", UserId::new),
                row.moment("created_at"),
                FieldsText.read(row.textOrNull("other_fields")));
    }

    @Override
    public boolean insert(Connection added, boolean exclusive) {
        if (statements.exists("SELECT 1 FROM connections WHERE id = ?", added.id())) {
            return false;
        }
        requireDestination(Objects.requireNonNull(added.destinationId()));
        requireFreeName(added);
        requirePackage(added, exclusive);
        statements.update(
                """
                INSERT INTO connections (id, destination_id, name, package_id, exclusive_package_id, python_version,
                    paused, sync_frequency_minutes, secret_keys, created_by, created_at, naming, networking_method,
                    proxy_agent_id, private_link_id, hybrid_deployment_agent_id, proxy_host_config_key, schedule_type,
                    daily_sync_time, pause_after_trial, data_delay_sensitivity, data_delay_threshold, other_fields)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                added.id(),
                added.destinationId(),
                added.name(),
                added.packageId(),
                exclusive ? added.packageId() : null,
                added.pythonVersion(),
                added.paused(),
                added.syncFrequencyMinutes(),
                SecretKeys.toText(added.secretKeys()),
                added.createdBy(),
                added.createdAt(),
                added.naming(),
                added.networking().method(),
                added.networking().proxyAgentId(),
                added.networking().privateLinkId(),
                added.networking().hybridDeploymentAgentId(),
                added.networking().proxyHostKey(),
                added.schedule().type(),
                added.schedule().dailySyncTime(),
                added.schedule().pauseAfterTrial(),
                added.schedule().dataDelaySensitivity(),
                added.schedule().dataDelayThresholdMinutes(),
                FieldsText.of(added.others()));
        return true;
    }

    @Override
    public void update(Connection changed, boolean exclusive) {
        requirePackage(changed, exclusive);
        statements.updateExisting(
                changed.id(),
                """
                UPDATE connections SET package_id = ?, exclusive_package_id = ?, python_version = ?, paused = ?,
                    sync_frequency_minutes = ?, secret_keys = ?, naming = ?, networking_method = ?, proxy_agent_id = ?,
                    private_link_id = ?, hybrid_deployment_agent_id = ?, proxy_host_config_key = ?, schedule_type = ?,
                    daily_sync_time = ?, pause_after_trial = ?, data_delay_sensitivity = ?, data_delay_threshold = ?,
                    other_fields = ?
                WHERE id = ?
                """,
                changed.packageId(),
                exclusive ? changed.packageId() : null,
                changed.pythonVersion(),
                changed.paused(),
                changed.syncFrequencyMinutes(),
                SecretKeys.toText(changed.secretKeys()),
                changed.naming(),
                changed.networking().method(),
                changed.networking().proxyAgentId(),
                changed.networking().privateLinkId(),
                changed.networking().hybridDeploymentAgentId(),
                changed.networking().proxyHostKey(),
                changed.schedule().type(),
                changed.schedule().dailySyncTime(),
                changed.schedule().pauseAfterTrial(),
                changed.schedule().dataDelaySensitivity(),
                changed.schedule().dataDelayThresholdMinutes(),
                FieldsText.of(changed.others()),
                changed.id());
    }

    @Override
    public void delete(ConnectionId id) {
        new SecretRows(statements).replace(id, List.of());
        new SyncRows(statements).deleteOf(id);
        statements.updateExisting(id, "DELETE FROM connections WHERE id = ?", id);
        new DeployRows(statements).deleteOf(id);
    }

    private void requireDestination(DestinationId id) {
        if (!statements.exists("SELECT 1 FROM destinations WHERE id = ?", id)) {
            throw new NotFoundException(
                    NotFoundException.Resource.DESTINATION, "There is no destination " + id + ".", "Create it first.");
        }
    }

    private void requireFreeName(Connection added) {
        if (statements.exists(
                "SELECT 1 FROM connections WHERE destination_id = ? AND name = ?",
                added.destinationId(),
                added.name())) {
            throw new ConflictException(
                    "The destination already has a connection named " + added.name() + ".", "Choose another name.");
        }
    }

    private void requirePackage(Connection binding, boolean exclusive) {
        PackageId wanted = binding.packageId();
        if (wanted == null) {
            return;
        }
        new PackageRows(statements).requireExisting(wanted);
        Optional<String> claimant =
                exclusive ? statements.find(CLAIMANT, row -> row.text("id"), wanted, binding.id()) : Optional.empty();
        if (claimant.isPresent()) {
            throw new BindingConflictException(wanted.value(), claimant.get());
        }
    }
}
