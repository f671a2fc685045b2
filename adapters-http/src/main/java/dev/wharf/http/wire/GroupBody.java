package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.Destination;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A destination, which the API calls a group.
 *
 * @param id the group's identifier
 * @param name the group's name
 * @param createdAt when it was made, ISO 8601
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GroupBody(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("created_at") @Nullable Instant createdAt) {

    /**
     * Writes a destination.
     *
     * @param value the destination
     * @return the destination as JSON
     */
    public static GroupBody of(Destination value) {
        return new GroupBody(value.id().value(), value.name().value(), value.createdAt());
    }
}
