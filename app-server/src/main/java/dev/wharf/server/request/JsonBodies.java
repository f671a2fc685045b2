package dev.wharf.server.request;

import dev.wharf.failure.InvalidRequestException;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies; whatever is wrong with one is the caller's to mend, and its content, which may be secret, never shown. */
@Singleton
public class JsonBodies {
    private final ObjectMapper json;

    JsonBodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @param <T> what it holds
     * @param body the text as sent; null if there was none
     * @param type what it holds
     * @return the value
     * @throws InvalidRequestException if it is not JSON, or not of that form
     */
    public <T> T read(@Nullable String body, Class<T> type) {
        if (body == null || body.isEmpty()) {
            throw new InvalidRequestException("The request has no body: send a JSON object.");
        }
        T value;
        try {
            value = json.readValue(body, Argument.of(type));
        } catch (IOException | RuntimeException e) {
            throw new InvalidRequestException(
                    "The body is not a JSON object of the form this path takes: check its syntax and the types of its fields.");
        }
        if (value == null) {
            throw new InvalidRequestException("The body is null: send a JSON object.");
        }
        return value;
    }
}
