package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.Secret;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to make, or changes to one. What is null is left out and so not asked for.
 *
 * @param groupId the destination; only when making
 * @param service the service; only when making
 * @param paused whether it rests
 * @param scheduleType {@code auto} or {@code manual}
 * @param dailySyncTime the hour at which a daily sync begins
 * @param pauseAfterTrial whether it rests once its trial ends
 * @param dataDelaySensitivity when late data is told of
 * @param dataDelayThreshold minutes of delay that are told of
 * @param syncFrequency minutes between two syncs; clients send the number or its text
 * @param runSetupTests whether to test it at once
 * @param destinationSchemaNames how schemas are named in the destination
 * @param networkingMethod how the source is reached
 * @param proxyAgentId the proxy agent to go through
 * @param privateLinkId the private link to go through
 * @param hybridDeploymentAgentId the agent that runs it on premises
 * @param config the part that depends on the service
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRequestBody(
        @JsonProperty("group_id") @Nullable String groupId,
        @JsonProperty("service") @Nullable String service,
        @JsonProperty("paused") @Nullable Boolean paused,
        @JsonProperty("schedule_type") @Nullable String scheduleType,
        @JsonProperty("daily_sync_time") @Nullable String dailySyncTime,
        @JsonProperty("pause_after_trial") @Nullable Boolean pauseAfterTrial,
        @JsonProperty("data_delay_sensitivity") @Nullable String dataDelaySensitivity,
        @JsonProperty("data_delay_threshold") @Nullable Integer dataDelayThreshold,
        @JsonProperty("sync_frequency") @Nullable Integer syncFrequency,
        @JsonProperty("run_setup_tests") @Nullable Boolean runSetupTests,
        @JsonProperty("destination_schema_names") @Nullable String destinationSchemaNames,
        @JsonProperty("networking_method") @Nullable String networkingMethod,
        @JsonProperty("proxy_agent_id") @Nullable String proxyAgentId,
        @JsonProperty("private_link_id") @Nullable String privateLinkId,
        @JsonProperty("hybrid_deployment_agent_id") @Nullable String hybridDeploymentAgentId,
        @JsonProperty("config") @Nullable ConnectionConfigBody config) {

    /**
     * Writes a connection to make.
     *
     * @param wanted the connection
     * @return the connection as JSON
     */
    public static ConnectionRequestBody of(NewConnection wanted) {
        return of(
                wanted.destinationId().value(),
                Connection.SERVICE,
                wanted.name().value(),
                wanted.settings());
    }

    /**
     * Writes changes.
     *
     * @param settings what is asked for
     * @return the changes as JSON
     */
    public static ConnectionRequestBody of(ConnectionSettings settings) {
        return of(null, null, null, settings);
    }

    /**
     * The request as JSON: with an explicit null for all that is to be cleared, and with what is passed on as it is.
     *
     * @param mapper writes the record
     * @param settings what it asks for
     * @return the whole object
     * @throws IOException never, for a record of texts and numbers
     */
    public JsonNode json(JsonMapper mapper, ConnectionSettings settings) throws IOException {
        Fields nulls = Fields.NONE;
        for (String name : settings.cleared()) {
            int dot = name.indexOf('.');
            nulls = nulls.and(
                    dot < 0
                            ? Fields.NONE.with(name, null)
                            : Fields.NONE.with(
                                    name.substring(0, dot),
                                    Fields.NONE
                                            .with(name.substring(dot + 1), null)
                                            .asMap()));
        }
        return JsonFields.with(mapper.writeValueToTree(this), nulls.and(settings.others()));
    }

    private static ConnectionRequestBody of(
            @Nullable String groupId, @Nullable String service, @Nullable String schema, ConnectionSettings settings) {
        PackageId packageId = settings.packageId();
        List<Secret> secrets = settings.secrets();
        Networking networking = settings.networking();
        Schedule schedule = settings.schedule();
        ConnectionConfigBody config = new ConnectionConfigBody(
                schema,
                packageId == null ? null : packageId.value(),
                settings.pythonVersion(),
                networking.proxyHostKey(),
                secrets == null
                        ? null
                        : secrets.stream()
                                .map(s -> new SecretBody(s.key(), JsonSecret.of(s.value())))
                                .toList());
        return new ConnectionRequestBody(
                groupId,
                service,
                settings.paused(),
                schedule.type(),
                schedule.dailySyncTime(),
                schedule.pauseAfterTrial(),
                schedule.dataDelaySensitivity(),
                schedule.dataDelayThresholdMinutes(),
                settings.syncFrequencyMinutes(),
                settings.runSetupTests(),
                NamingText.of(settings.naming()),
                networking.method(),
                networking.proxyAgentId(),
                networking.privateLinkId(),
                networking.hybridDeploymentAgentId(),
                config.isEmpty() ? null : config);
    }
}
