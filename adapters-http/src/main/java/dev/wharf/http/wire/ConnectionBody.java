package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is read back. Accounts have connections of many services; of those of other services only the service
 * is certain to be understood.
 *
 * @param id the connection's identifier
 * @param groupId the destination it writes to
 * @param service its service
 * @param schema its name
 * @param paused whether it rests
 * @param syncFrequency minutes between two syncs
 * @param connectedBy who made it
 * @param createdAt when it was made, ISO 8601
 * @param destinationSchemaNames how its schemas are named in the destination
 * @param networkingMethod how its source is reached
 * @param proxyAgentId the proxy agent that is gone through
 * @param privateLinkId the private link that is gone through
 * @param hybridDeploymentAgentId the agent that runs it on premises
 * @param setupTests what came of the setup tests, where some were run
 * @param serviceVersion not known here; written as null for clients that look for it, as are the five that follow
 * @param succeededAt not known here
 * @param failedAt not known here
 * @param scheduleType not known here
 * @param pauseAfterTrial not known here
 * @param dailySyncTime not known here
 * @param status how it fares; never read, for nothing here depends on it
 * @param config the part that depends on the service
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConnectionBody(
        @JsonProperty("id") String id,
        @JsonProperty("group_id") String groupId,
        @JsonProperty("service") String service,
        @JsonProperty("schema") @Nullable String schema,
        @JsonProperty("paused") @Nullable Boolean paused,
        @JsonProperty("sync_frequency") @Nullable Integer syncFrequency,
        @JsonProperty("connected_by") @Nullable String connectedBy,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("destination_schema_names") @Nullable String destinationSchemaNames,
        @JsonProperty("networking_method") @Nullable String networkingMethod,
        @JsonProperty("proxy_agent_id") @Nullable String proxyAgentId,
        @JsonProperty("private_link_id") @Nullable String privateLinkId,
        @JsonProperty("hybrid_deployment_agent_id") @Nullable String hybridDeploymentAgentId,
        @JsonProperty("setup_tests") @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
                List<SetupTestBody> setupTests,
        @JsonProperty(value = "service_version", access = Access.READ_ONLY) @Nullable Integer serviceVersion,
        @JsonProperty(value = "succeeded_at", access = Access.READ_ONLY) @Nullable Instant succeededAt,
        @JsonProperty(value = "failed_at", access = Access.READ_ONLY) @Nullable Instant failedAt,
        @JsonProperty(value = "schedule_type", access = Access.READ_ONLY) @Nullable String scheduleType,
        @JsonProperty(value = "pause_after_trial", access = Access.READ_ONLY) @Nullable Boolean pauseAfterTrial,
        @JsonProperty(value = "daily_sync_time", access = Access.READ_ONLY) @Nullable String dailySyncTime,
        @JsonProperty(value = "status", access = Access.READ_ONLY) @Nullable ConnectionStatusBody status,
        @JsonProperty("config") @Nullable ConfigBody config) {

    /**
     * The part that depends on the service, every field present, because the vendor's own client reads them unchecked.
     *
     * @param schema the connection's name and schema
     * @param packageId the package it runs
     * @param pythonVersion the Python it runs under
     * @param secretsList its configuration, the values masked
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ConfigBody(
            @JsonProperty("schema") @Nullable String schema,
            @JsonProperty("package_id") @Nullable String packageId,
            @JsonProperty("python_version") @Nullable String pythonVersion,
            @JsonProperty("secrets_list") @Nullable List<SecretBody> secretsList) {}

    /**
     * Writes a connection.
     *
     * @param value the connection
     * @return the connection as JSON
     */
    public static ConnectionBody of(Connection value) {
        PackageId packageId = value.packageId();
        UserId createdBy = value.createdBy();
        String name = value.name().value();
        Networking networking = value.networking();
        return new ConnectionBody(
                value.id().value(),
                value.destinationId().value(),
                Connection.SERVICE,
                name,
                value.paused(),
                value.syncFrequencyMinutes(),
                createdBy == null ? null : createdBy.value(),
                value.createdAt(),
                NamingText.of(value.naming() == null ? SchemaNaming.FIVETRAN : value.naming()),
                networking.method(),
                networking.proxyAgentId(),
                networking.privateLinkId(),
                networking.hybridDeploymentAgentId(),
                value.setupTests().stream().map(SetupTestBody::of).toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                ConnectionStatusBody.of(value.paused()),
                new ConfigBody(
                        name,
                        packageId == null ? null : packageId.value(),
                        value.pythonVersion(),
                        value.secretKeys().stream()
                                .map(key -> new SecretBody(key, SecretBody.MASK))
                                .toList()));
    }

    /**
     * Whether this is a connection that packages are for.
     *
     * @return true for the service {@code connector_sdk}
     */
    public boolean isConnectorSdk() {
        return Connection.SERVICE.equals(service);
    }

    /**
     * Reads a connection of the service {@code connector_sdk}.
     *
     * @return the connection
     */
    public Connection value() {
        String name = schema != null ? schema : config == null ? null : config.schema();
        List<SecretBody> secrets = config == null ? null : config.secretsList();
        String packageId = config == null ? null : config.packageId();
        return new Connection(
                new ConnectionId(id),
                new DestinationId(groupId),
                new ConnectionName(name == null ? "" : name),
                packageId == null || packageId.isEmpty() ? null : new PackageId(packageId),
                config == null ? null : config.pythonVersion(),
                Boolean.TRUE.equals(paused),
                syncFrequency,
                NamingText.told(destinationSchemaNames),
                new Networking(networkingMethod, proxyAgentId, privateLinkId, hybridDeploymentAgentId),
                secrets == null
                        ? List.of()
                        : secrets.stream()
                                .map(SecretBody::key)
                                .filter(Objects::nonNull)
                                .toList(),
                setupTests == null
                        ? List.of()
                        : setupTests.stream().map(SetupTestBody::value).toList(),
                connectedBy == null || connectedBy.isEmpty() ? null : new UserId(connectedBy),
                createdAt);
    }
}
