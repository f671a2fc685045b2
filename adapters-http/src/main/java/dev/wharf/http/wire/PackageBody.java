package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package.
 *
 * @param id the package's identifier
 * @param connectionId the connection that uses it, the first of them; null while unbound
 * @param connectionIds all connections that use it; empty while unbound
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
        @JsonProperty("connection_ids") List<String> connectionIds,
        @JsonProperty("created_by") @Nullable String createdBy,
        @JsonProperty("last_updated_by") @Nullable String lastUpdatedBy,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
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
                value.connectionIds().stream().map(ConnectionId::value).toList(),
                textOf(value.createdBy()),
                textOf(value.lastUpdatedBy()),
                value.createdAt(),
                value.updatedAt(),
                sha256 == null ? null : sha256.hex());
    }

    private static @Nullable String textOf(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
