package dev.wharf.http.told;

import dev.wharf.http.wire.JsonFields;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account tells, as it is. */
public final class ToldFields {
    private ToldFields() {}

    /**
     * Reads an object.
     *
     * @param node the JSON
     * @return its fields; no value for what is no object
     */
    @SuppressWarnings("unchecked")
    public static ToldItem<Fields> read(JsonNode node) {
        return JsonFields.value(node) instanceof Map<?, ?> fields
                ? new ToldItem<>(Fields.of((Map<String, @Nullable Object>) fields), List.of())
                : ToldItem.nameless("something", "any field");
    }
}
