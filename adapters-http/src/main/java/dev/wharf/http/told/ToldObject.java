package dev.wharf.http.told;

import dev.wharf.http.wire.JsonFields;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One object that an account tells. Each question about a field is answered as well as can be, null where nothing can be made of it;
 * nothing here fails. What was not asked for, or came in another form than Wharf would write it, is left over ({@link #others}).
 */
public final class ToldObject {
    /** Makes something of a JSON value that is not null. */
    @FunctionalInterface
    interface As<T> {
        /** What it is; null where nothing can be made of it. */
        @Nullable
        T of(JsonNode node);
    }

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final Set<String> understood = new LinkedHashSet<>();
    private final Map<String, ToldObject> inner = new LinkedHashMap<>();
    private final List<String> odd;
    private final String path;

    private ToldObject(@Nullable JsonNode node, String path, List<String> odd) {
        this.path = path;
        this.odd = odd;
        if (node != null && node.isObject()) {
            node.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        }
    }

    /**
     * An object that is told.
     *
     * @param node the JSON; anything but an object counts as one without fields
     */
    public ToldObject(JsonNode node) {
        this(node, "", new ArrayList<>());
    }

    /** A text; a number or a boolean is taken as its text. */
    @Nullable
    String text(String name) {
        return read(name, Told::text, Told::isText);
    }

    /** A text that names something; a blank one names nothing. */
    @Nullable
    String naming(String name) {
        String text = text(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** A whole number, also as its text. */
    @Nullable
    Integer number(String name) {
        return read(name, Told::number, JsonNode::isNumber);
    }

    /** A truth, also as its text. */
    @Nullable
    Boolean flag(String name) {
        return read(name, Told::flag, JsonNode::isBoolean);
    }

    /** A moment, in whatever form of ISO 8601; without a zone it counts as UTC. */
    @Nullable
    Instant moment(String name) {
        return read(name, Told::moment, node -> node.isString() && isOurs(node.getStringValue()));
    }

    /**
     * What somebody makes of a field.
     *
     * @param as what is to be made of it; null where nothing can be
     * @param ours whether Wharf would write what was made of it in the same form
     */
    <T> @Nullable T read(String name, As<T> as, Predicate<JsonNode> ours) {
        JsonNode node = fields.get(name);
        if (node == null || node.isNull()) {
            understood.add(name);
            return null;
        }
        T value = as.of(node);
        if (value == null) {
            odd.add(path + name);
        } else if (ours.test(node)) {
            understood.add(name);
        }
        return value;
    }

    /** An object within; one without fields if there is none. */
    ToldObject within(String name) {
        JsonNode node = fields.get(name);
        if (node == null || node.isNull()) {
            understood.add(name);
        } else if (node.isObject()) {
            return inner.computeIfAbsent(name, each -> new ToldObject(node, path + name + ".", odd));
        } else {
            odd.add(path + name);
        }
        return new ToldObject(null, path, odd);
    }

    /** Has a field told again as it came, though something was made of it: of a null that became a text, say. */
    void keep(String name) {
        understood.remove(name);
    }

    /** What was not asked for, or would be written otherwise, as it came. */
    Fields others() {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        fields.forEach((name, node) -> {
            ToldObject object = inner.get(name);
            if (object != null) {
                Fields rest = object.others();
                if (!rest.isEmpty()) {
                    others.put(name, rest.asMap());
                }
            } else if (!understood.contains(name)) {
                others.put(name, JsonFields.value(node));
            }
        });
        return Fields.of(others);
    }

    /** The paths of the fields of which nothing could be made, such as {@code config.package_id}. */
    List<String> odd() {
        return List.copyOf(odd);
    }

    private static boolean isOurs(String written) {
        Instant moment = Told.moment(written);
        return moment != null && moment.toString().equals(written);
    }
}
