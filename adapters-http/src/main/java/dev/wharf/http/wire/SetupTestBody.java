package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.SetupTest;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What came of one setup test.
 *
 * @param title what was tested
 * @param status what came of it
 * @param message what there is to say about it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SetupTestBody(
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("message") @Nullable String message) {

    /**
     * Writes a result.
     *
     * @param value the result
     * @return the result as JSON
     */
    public static SetupTestBody of(SetupTest value) {
        return new SetupTestBody(value.title(), value.status().name(), value.message());
    }
}
