package dev.wharf.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/** Reads JSON as a tree that keeps all digits of its numbers; the mappers that read records round them. */
public final class JsonTrees {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeTreeCodec EXACT =
            JsonNodeTreeCodec.getInstance().withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

    private JsonTrees() {}

    /**
     * Reads one JSON value.
     *
     * @param text the JSON
     * @return its tree
     * @throws IOException if it is none, or is followed by something
     */
    public static JsonNode read(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @param bytes the JSON
     * @return its tree
     * @throws IOException if it is none, or is followed by something
     */
    public static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "there is no value");
        }
        JsonNode tree = EXACT.readTree(parser);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the value");
        }
        return tree;
    }
}
