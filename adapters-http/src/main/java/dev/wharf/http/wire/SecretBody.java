package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a connection's configuration. Its value never prints.
 *
 * @param key the configuration key
 * @param value the confidential value, or stars when read back
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SecretBody(@JsonProperty("key") @Nullable String key, @JsonProperty("value") @Nullable String value) {
    /** What is read back instead of a value. */
    public static final String MASK = "******";

    @Override
    public String toString() {
        return "SecretBody[" + key + "]";
    }
}
