package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that are passed on without being interpreted, to and from JSON. */
public final class JsonFields {
    private JsonFields() {}

    /**
     * A JSON value as {@link Fields} have it.
     *
     * @param node the value
     * @return a text, number, boolean, list, map, or null
     */
    public static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.entries().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
            return fields;
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            node.values().forEach(item -> items.add(value(item)));
            return items;
        }
        return node.isNull() ? null : node.getValue();
    }

    /**
     * What a caller asks for, all of it as {@link Fields} have it.
     *
     * @param node the body
     * @return its fields
     * @throws InvalidRequestException if it is no object
     */
    public static Fields object(JsonNode node) {
        if (!(value(node) instanceof Map<?, ?> fields)) {
            throw new InvalidRequestException("The body must be a JSON object.");
        }
        return Fields.of(named(fields));
    }

    /**
     * An object with fields on top, which win where both have a name; objects that both have are joined likewise.
     *
     * @param object what we have to say
     * @param fields what is passed on
     * @return both
     */
    public static JsonNode with(JsonNode object, Fields fields) {
        return fields.isEmpty() ? object : with(object, fields.asMap());
    }

    /**
     * Fields as a JSON object.
     *
     * @param fields the fields
     * @return the object
     */
    public static JsonNode node(Fields fields) {
        return node(fields.asMap());
    }

    private static JsonNode with(JsonNode object, Map<String, ?> fields) {
        Map<String, JsonNode> joined = new LinkedHashMap<>();
        object.entries().forEach(entry -> joined.put(entry.getKey(), entry.getValue()));
        fields.forEach((name, value) -> {
            JsonNode present = joined.get(name);
            joined.put(
                    name,
                    present != null && present.isObject() && value instanceof Map<?, ?> inner
                            ? with(present, named(inner))
                            : node(value));
        });
        return JsonNode.createObjectNode(joined);
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Map<?, ?> inner) {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            named(inner).forEach((name, each) -> fields.put(name, node(each)));
            return JsonNode.createObjectNode(fields);
        }
        if (value instanceof List<?> items) {
            List<JsonNode> nodes = new ArrayList<>(items.size());
            items.forEach(each -> nodes.add(node(each)));
            return JsonNode.createArrayNode(nodes);
        }
        return value == null ? JsonNode.nullNode() : JsonNode.from(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> named(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
