package dev.wharf.http.told;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an account tells, changed in one field. */
abstract class ToldJson {
    static JsonNode node(String json) {
        try {
            return ObjectMapper.getDefault().readValue(json, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode with(String json, String name, String value) {
        String text = json.substring(0, json.length() - 1) + ",\"" + name + "\":" + value + "}";
        return node(text);
    }
}
