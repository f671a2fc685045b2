package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is told, every field present.
 *
 * @param id the connection's identifier
 * @param groupId the destination it writes to; null if the account behind does not tell
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
 * @param dataDelaySensitivity when late data is told of
 * @param dataDelayThreshold minutes of delay that are told of
 * @param serviceVersion told where an account tells it
 * @param succeededAt when a sync last ended well, ISO 8601
 * @param failedAt when a sync last failed, ISO 8601
 * @param scheduleType {@code auto} or {@code manual}
 * @param pauseAfterTrial whether it rests once its trial ends
 * @param dailySyncTime the hour at which a daily sync begins
 * @param status how it fares
 * @param config the part that depends on the service; null for another service's, whose is passed on as it is
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConnectionBody(
        @JsonProperty("id") String id,
        @JsonProperty("group_id") @Nullable String groupId,
        @JsonProperty("service") String service,
        @JsonProperty("schema") @Nullable String schema,
        @JsonProperty("paused") @Nullable Boolean paused,
        @JsonProperty("sync_frequency") @Nullable Integer syncFrequency,
        @JsonProperty("connected_by") @Nullable String connectedBy,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("destination_schema_names") @Nullable String destinationSchemaNames,
        @JsonProperty("networking_method") @Nullable String networkingMethod,
        @JsonProperty("proxy_agent_id") @Nullable String proxyAgentId,
        @JsonProperty("private_link_id") @Nullable String privateLinkId,
        @JsonProperty("hybrid_deployment_agent_id") @Nullable String hybridDeploymentAgentId,
        @JsonProperty("setup_tests") @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
                List<SetupTestBody> setupTests,
        @JsonProperty("data_delay_sensitivity") @Nullable String dataDelaySensitivity,
        @JsonProperty("data_delay_threshold") @Nullable Integer dataDelayThreshold,
        @JsonProperty("service_version") @Nullable Integer serviceVersion,
        @JsonProperty("succeeded_at") @Nullable Instant succeededAt,
        @JsonProperty("failed_at") @Nullable Instant failedAt,
        @JsonProperty("schedule_type") @Nullable String scheduleType,
        @JsonProperty("pause_after_trial") @Nullable Boolean pauseAfterTrial,
        @JsonProperty("daily_sync_time") @Nullable String dailySyncTime,
        @JsonProperty("status") @Nullable ConnectionStatusBody status,
        @JsonProperty("config") @Nullable ConfigBody config) {

    /**
     * The part that depends on the service, every field present, because the vendor's own client reads them unchecked.
     *
     * @param schema the connection's name and schema
     * @param packageId the package it runs
     * @param pythonVersion the Python it runs under
     * @param proxyHostConfigKey the configuration key that holds the hosts which a proxy agent leads to
     * @param secretsList its configuration, the values masked
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ConfigBody(
            @JsonProperty("schema") @Nullable String schema,
            @JsonProperty("package_id") @Nullable String packageId,
            @JsonProperty("python_version") @Nullable String pythonVersion,
            @JsonProperty("proxy_host_config_key") @Nullable String proxyHostConfigKey,
            @JsonProperty("secrets_list") @Nullable List<SecretBody> secretsList) {}

    /**
     * Writes a connection.
     *
     * @param value the connection
     * @return the connection as JSON
     */
    public static ConnectionBody of(Connection value) {
        DestinationId destination = value.destinationId();
        UserId createdBy = value.createdBy();
        String name = value.name().value();
        Networking networking = value.networking();
        Schedule schedule = value.schedule();
        ConnectionStatus status = value.status();
        return new ConnectionBody(
                value.id().value(),
                destination == null ? null : destination.value(),
                value.service(),
                name,
                value.paused(),
                value.syncFrequencyMinutes(),
                createdBy == null ? null : createdBy.value(),
                value.createdAt(),
                NamingText.of(value.naming()),
                networking.method(),
                networking.proxyAgentId(),
                networking.privateLinkId(),
                networking.hybridDeploymentAgentId(),
                value.setupTests().stream().map(SetupTestBody::of).toList(),
                schedule.dataDelaySensitivity(),
                schedule.dataDelayThresholdMinutes(),
                null,
                status.succeededAt(),
                status.failedAt(),
                schedule.type(),
                schedule.pauseAfterTrial(),
                schedule.dailySyncTime(),
                ConnectionStatusBody.of(status),
                Connection.SERVICE.equals(value.service()) ? config(value) : null);
    }

    private static ConfigBody config(Connection value) {
        PackageId packageId = value.packageId();
        return new ConfigBody(
                value.name().value(),
                packageId == null ? null : packageId.value(),
                value.pythonVersion(),
                value.networking().proxyHostKey(),
                value.secretKeys().stream().map(SecretBody::masked).toList());
    }
}
