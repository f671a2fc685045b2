package dev.wharf.server.api;

import dev.wharf.http.wire.GroupBody;
import dev.wharf.model.Destination;
import dev.wharf.model.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A group as callers see it.
 *
 * @param body what this server knows of it
 * @param others what else the account behind tells of it
 */
@Serdeable.Serializable(using = AnsweredSerializer.class)
@Schema(implementation = GroupBody.class)
record GroupAnswer(GroupBody body, Fields others) implements Answered {
    static GroupAnswer of(Destination value) {
        return new GroupAnswer(GroupBody.of(value), value.others());
    }
}
