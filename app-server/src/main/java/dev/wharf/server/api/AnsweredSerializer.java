package dev.wharf.server.api;

import dev.wharf.http.wire.JsonFields;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes what is told with what is passed on, as one object. */
@Singleton
final class AnsweredSerializer implements Serializer<Answered> {
    /** Which itself is made with all serializers. */
    private final BeanProvider<ObjectMapper> json;

    AnsweredSerializer(BeanProvider<ObjectMapper> json) {
        this.json = json;
    }

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Answered> type, Answered value)
            throws IOException {
        if (value.others().isEmpty()) {
            write(encoder, context, value.body());
        } else {
            JsonNode told =
                    value.body() instanceof JsonNode node ? node : json.get().writeValueToTree(value.body());
            write(encoder, context, JsonFields.with(told, value.others()));
        }
    }

    @SuppressWarnings("unchecked")
    private static void write(Encoder encoder, EncoderContext context, Object value) throws IOException {
        Argument<Object> type =
                (Argument<Object>) Argument.of(value instanceof JsonNode ? JsonNode.class : value.getClass());
        context.findSerializer(type).createSpecific(context, type).serialize(encoder, context, type, value);
    }
}
