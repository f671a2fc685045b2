package dev.wharf.server.request;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.wire.JsonTrees;
import dev.wharf.http.wire.WholeTexts;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
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
     * @param body what was sent; null if there was nothing
     * @param type what it holds
     * @return the value
     * @throws InvalidRequestException if it is not JSON, or not of that form, or has a text that is not of whole characters
     */
    public <T> T read(@Nullable JsonText body, Class<T> type) {
        if (body == null || body.isEmpty()) {
            throw new InvalidRequestException("The request has no body.", "Send a JSON object.");
        }
        T value;
        JsonNode tree = tree(body.text());
        WholeTexts.check(tree);
        try {
            value = json.readValueFromTree(tree, Argument.of(type));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
        if (value == null) {
            throw new InvalidRequestException("The body is null.", "Send a JSON object.");
        }
        return value;
    }

    private static JsonNode tree(String text) {
        try {
            return JsonTrees.read(text);
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static InvalidRequestException unreadable() {
        return new InvalidRequestException(
                "The body is not a JSON object in the form of this path.",
                "Check its syntax and the types of its" + " fields.");
    }
}
