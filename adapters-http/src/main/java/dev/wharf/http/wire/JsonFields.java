package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that are passed on without being interpreted, to and from JSON. */
public final class JsonFields {
    /** Far fewer than what reads and writes JSON can take: what is kept is told within something else. */
    private static final int MOST_LEVELS = 64;

    private JsonFields() {}

    /**
     * A JSON value as {@link Fields} have it.
     *
     * @param node the value
     * @return a text, number, boolean, list, map, or null; null also where a number is larger than can be told again, and where lists and
     *     objects are nested deeper than any that mean something
     */
    public static @Nullable Object value(JsonNode node) {
        return value(node, 0);
    }

    /**
     * A value that a caller asks for, as {@link Fields} have it.
     *
     * @param name what it is to be called in messages
     * @param node the value
     * @return a text, number, boolean, list, map, or null
     * @throws InvalidRequestException if something of it could not be told again: a number that is too large, or what is nested too deep
     */
    static @Nullable Object asked(String name, JsonNode node) {
        String wrong = wrong(node, 0);
        if (wrong != null) {
            throw new InvalidRequestException(name + " has " + wrong + ".");
        }
        return value(node);
    }

    private static @Nullable String wrong(JsonNode node, int level) {
        if (isInfinite(node)) {
            return "a number that is too large";
        }
        if (!node.isContainerNode()) {
            return null;
        }
        if (level == MOST_LEVELS) {
            return "lists or objects nested more than " + MOST_LEVELS + " deep";
        }
        for (JsonNode each : node.values()) {
            String within = wrong(each, level + 1);
            if (within != null) {
                return within;
            }
        }
        return null;
    }

    private static @Nullable Object value(JsonNode node, int level) {
        if (level == MOST_LEVELS && node.isContainerNode()) {
            return null;
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.entries().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue(), level + 1)));
            return fields;
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            node.values().forEach(item -> items.add(value(item, level + 1)));
            return items;
        }
        if (node.isNull() || isInfinite(node)) {
            return null;
        }
        return node.getValue() instanceof BigDecimal exact ? number(exact) : node.getValue();
    }

    /** With all of its digits, and where a double has them all as one. */
    private static Number number(BigDecimal exact) {
        double rounded = exact.doubleValue();
        return BigDecimal.valueOf(rounded).compareTo(exact) == 0 ? (Number) rounded : exact;
    }

    /** What most programs that read JSON have no number for: 1e400 is infinite to them. */
    private static boolean isInfinite(JsonNode node) {
        return node.isNumber()
                && (node.getNumberValue() instanceof Double || node.getNumberValue() instanceof BigDecimal)
                && !Double.isFinite(node.getNumberValue().doubleValue());
    }

    /**
     * What a caller asks for, all of it as {@link Fields} have it.
     *
     * @param node the body
     * @return its fields
     * @throws InvalidRequestException if it is no object, or something of it could not be told again
     */
    public static Fields object(JsonNode node) {
        if (!(asked("The body", node) instanceof Map<?, ?> fields)) {
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
