package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of what a caller asks for. A field of another type than it must have is refused by name; a field that is null is told apart
 * from one that is not there; a field that nobody here knows is left over, to be passed on or kept.
 */
final class AskedObject {
    private static final int LONGEST_NUMBER = 10;

    private final JsonNode node;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> cleared = new LinkedHashSet<>();

    AskedObject(JsonNode node, String path) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new InvalidRequestException(
                    (path.isEmpty() ? "The body" : path.substring(0, path.length() - 1)) + " must be a JSON object.");
        }
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isString()) {
            throw wrong(name, "a text");
        }
        return value == null ? null : value.getStringValue();
    }

    /** A whole number, also as its text, as some clients send it. */
    @Nullable
    Integer number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && value.getNumberValue() instanceof Integer number) {
            return number;
        }
        String text = value.isString() ? value.getStringValue().strip() : "";
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return Integer.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
        throw wrong(name, "a whole number");
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value == null ? null : (Boolean) value.getBooleanValue();
    }

    /** An object within; null if there is none, or null. */
    @Nullable
    AskedObject within(String name) {
        JsonNode value = value(name);
        return value == null ? null : new AskedObject(value, path + name + ".");
    }

    /** The value of a field that is not null. */
    @Nullable
    JsonNode value(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        if (value != null && value.isNull()) {
            cleared.add(path + name);
        }
        return value == null || value.isNull() ? null : value;
    }

    /** The paths of the known fields that are null. */
    Set<String> cleared() {
        return cleared;
    }

    /**
     * The fields that nobody asked for.
     *
     * @throws InvalidRequestException if one of them could not be told again
     */
    Fields others() {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        node.entries().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                others.put(entry.getKey(), JsonFields.asked(path + entry.getKey(), entry.getValue()));
            }
        });
        return Fields.of(others);
    }

    /** What is wrong with a field, never showing its value. */
    InvalidRequestException wrong(String name, String must) {
        return new InvalidRequestException(path + name + " must be " + must + ".");
    }
}
