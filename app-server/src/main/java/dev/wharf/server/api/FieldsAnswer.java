package dev.wharf.server.api;

import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * What an account tells and this server passes on.
 *
 * @param others all of it
 */
@Serdeable.Serializable(using = AnsweredSerializer.class)
@Schema(type = "object", description = "In the account's form")
record FieldsAnswer(Fields others) implements Answered {
    @Override
    public Object body() {
        return JsonNode.createObjectNode(Map.of());
    }
}
