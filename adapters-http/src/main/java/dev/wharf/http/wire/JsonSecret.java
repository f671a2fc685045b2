package dev.wharf.http.wire;

import dev.wharf.model.SecretValue;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration values as the REST API has them: a text, a list of texts, or null. */
final class JsonSecret {
    private JsonSecret() {}

    static JsonNode of(SecretValue value) {
        if (value instanceof SecretValue.Text text) {
            return JsonNode.createStringNode(text.text());
        }
        if (value instanceof SecretValue.Texts texts) {
            return JsonNode.createArrayNode(
                    texts.items().stream().map(JsonNode::createStringNode).toList());
        }
        return JsonNode.nullNode();
    }

    /** The value; null if it is of none of these forms. */
    static @Nullable SecretValue read(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return SecretValue.NONE;
        }
        if (node.isString()) {
            return SecretValue.of(node.getStringValue());
        }
        return node.isArray() ? texts(node) : null;
    }

    private static @Nullable SecretValue texts(JsonNode list) {
        List<String> items = new ArrayList<>();
        for (JsonNode each : list.values()) {
            if (!each.isString()) {
                return null;
            }
            items.add(each.getStringValue());
        }
        return new SecretValue.Texts(items);
    }
}
