package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;

/**
 * One entry of a connection's configuration. Its value never prints.
 *
 * @param key the configuration key
 * @param value the confidential value: a text, a list of texts or null; stars when read back
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SecretBody(@JsonProperty("key") String key, @JsonProperty("value") JsonNode value) {
    /** What is read back instead of a value. */
    public static final String MASK = "******";

    /**
     * An entry whose value is not told.
     *
     * @param key the configuration key
     * @return the entry, with stars for its value
     */
    public static SecretBody masked(String key) {
        return new SecretBody(key, JsonNode.createStringNode(MASK));
    }

    @Override
    public String toString() {
        return "SecretBody[" + key + "]";
    }
}
