package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Secret;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to make, or changes to one. What is null is left out and so not asked for.
 *
 * @param groupId the destination; only when making
 * @param service the service; only when making
 * @param paused whether it rests
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
     * Reads a connection to make.
     *
     * @return the connection
     * @throws InvalidRequestException if something is missing or cannot be
     */
    public NewConnection newConnection() {
        if (groupId == null) {
            throw new InvalidRequestException(
                    "group_id is missing: give the id of the destination (GET /v1/groups lists them).");
        }
        if (!Connection.SERVICE.equals(service)) {
            throw new InvalidRequestException(
                    "service must be \"" + Connection.SERVICE + "\": this registry has no other.");
        }
        String schema = config == null ? null : config.schema();
        if (schema == null) {
            throw new InvalidRequestException("config.schema is missing: give the connection's name.");
        }
        return new NewConnection(new DestinationId(groupId), new ConnectionName(schema), settings());
    }

    /**
     * Reads what is asked for.
     *
     * @return the settings
     * @throws InvalidRequestException if something cannot be
     */
    public ConnectionSettings settings() {
        String packageId = config == null ? null : config.packageId();
        List<SecretBody> secrets = config == null ? null : config.secretsList();
        return new ConnectionSettings(
                packageId == null ? null : new PackageId(packageId),
                config == null ? null : config.pythonVersion(),
                paused,
                syncFrequency,
                NamingText.asked(destinationSchemaNames),
                new Networking(networkingMethod, proxyAgentId, privateLinkId, hybridDeploymentAgentId),
                secrets == null
                        ? null
                        : secrets.stream().map(ConnectionRequestBody::secret).toList(),
                runSetupTests);
    }

    /**
     * The same with setup tests asked for where nothing is said of them, which is what saying nothing means to the API.
     *
     * @return the same, with {@code run_setup_tests}
     */
    public ConnectionRequestBody testedUnlessToldNot() {
        return runSetupTests != null
                ? this
                : new ConnectionRequestBody(
                        groupId,
                        service,
                        paused,
                        syncFrequency,
                        true,
                        destinationSchemaNames,
                        networkingMethod,
                        proxyAgentId,
                        privateLinkId,
                        hybridDeploymentAgentId,
                        config);
    }

    private static Secret secret(SecretBody body) {
        String key = body.key();
        String value = body.value();
        if (key == null || value == null) {
            throw new InvalidRequestException(
                    "Every entry of config.secrets_list needs a key and a value, both strings.");
        }
        return new Secret(key, value);
    }

    private static ConnectionRequestBody of(
            @Nullable String groupId, @Nullable String service, @Nullable String schema, ConnectionSettings settings) {
        PackageId packageId = settings.packageId();
        List<Secret> secrets = settings.secrets();
        Networking networking = settings.networking();
        ConnectionConfigBody config = new ConnectionConfigBody(
                schema,
                packageId == null ? null : packageId.value(),
                settings.pythonVersion(),
                secrets == null
                        ? null
                        : secrets.stream()
                                .map(s -> new SecretBody(s.key(), s.value()))
                                .toList());
        boolean hasConfig = schema != null || packageId != null || settings.pythonVersion() != null || secrets != null;
        return new ConnectionRequestBody(
                groupId,
                service,
                settings.paused(),
                settings.syncFrequencyMinutes(),
                settings.runSetupTests(),
                NamingText.of(settings.naming()),
                networking.method(),
                networking.proxyAgentId(),
                networking.privateLinkId(),
                networking.hybridDeploymentAgentId(),
                hasConfig ? config : null);
    }
}
