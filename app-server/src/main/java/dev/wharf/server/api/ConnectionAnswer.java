package dev.wharf.server.api;

import dev.wharf.http.wire.ConnectionBody;
import dev.wharf.model.Connection;
import dev.wharf.model.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A connection as callers see it.
 *
 * @param body what this server knows of it
 * @param others what else the account behind tells of it
 */
@Serdeable.Serializable(using = AnsweredSerializer.class)
@Schema(implementation = ConnectionBody.class)
record ConnectionAnswer(ConnectionBody body, Fields others) implements Answered {
    static ConnectionAnswer of(Connection value) {
        return new ConnectionAnswer(ConnectionBody.of(value), value.others());
    }
}
