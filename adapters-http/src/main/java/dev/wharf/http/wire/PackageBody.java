package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package.
 *
 * @param id the package's identifier
 * @param connectionId the connection that uses it; null or absent while unbound
 * @param createdBy its owner's identifier
 * @param lastUpdatedBy who uploaded its present file
 * @param createdAt when it was uploaded first, ISO 8601
 * @param updatedAt when its present file was uploaded, ISO 8601
 * @param fileSha256Hash the SHA-256 of the uploaded bytes, lower-case hexadecimal; may be absent
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PackageBody(
        @JsonProperty("id") String id,
        @JsonProperty("connection_id") @Nullable String connectionId,
        @JsonProperty("created_by") String createdBy,
        @JsonProperty("last_updated_by") String lastUpdatedBy,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("file_sha256_hash") @Nullable String fileSha256Hash) {

    /**
     * Writes a package.
     *
     * @param value the package
     * @return the package as JSON
     */
    public static PackageBody of(ConnectorPackage value) {
        ConnectionId connection = value.connectionId();
        Sha256 sha256 = value.sha256();
        return new PackageBody(
                value.id().value(),
                connection == null ? null : connection.value(),
                value.createdBy().value(),
                value.lastUpdatedBy().value(),
                value.createdAt(),
                value.updatedAt(),
                sha256 == null ? null : sha256.hex());
    }

    /**
     * Reads a package.
     *
     * @return the package
     */
    public ConnectorPackage value() {
        return new ConnectorPackage(
                new PackageId(id),
                connectionId == null || connectionId.isEmpty() ? null : new ConnectionId(connectionId),
                new UserId(createdBy),
                new UserId(lastUpdatedBy),
                createdAt,
                updatedAt,
                fileSha256Hash == null || fileSha256Hash.isEmpty() ? null : Sha256.parse(fileSha256Hash));
    }
}
