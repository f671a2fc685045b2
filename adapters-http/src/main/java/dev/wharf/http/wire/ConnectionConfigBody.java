package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection that depends on its service.
 *
 * @param schema the connection's name and schema
 * @param packageId the package it runs
 * @param pythonVersion the Python it runs under
 * @param proxyHostConfigKey the configuration key that holds the hosts which a proxy agent leads to
 * @param secretsList its configuration
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionConfigBody(
        @JsonProperty("schema") @Nullable String schema,
        @JsonProperty("package_id") @Nullable String packageId,
        @JsonProperty("python_version") @Nullable String pythonVersion,
        @JsonProperty("proxy_host_config_key") @Nullable String proxyHostConfigKey,
        @JsonProperty("secrets_list") @Nullable List<SecretBody> secretsList) {

    boolean isEmpty() {
        return schema == null
                && packageId == null
                && pythonVersion == null
                && proxyHostConfigKey == null
                && secretsList == null;
    }
}
