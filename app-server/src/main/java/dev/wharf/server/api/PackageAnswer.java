package dev.wharf.server.api;

import dev.wharf.http.wire.PackageBody;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A package as callers see it.
 *
 * @param body what this server knows of it
 * @param others what else the account behind tells of it
 */
@Serdeable.Serializable(using = AnsweredSerializer.class)
@Schema(implementation = PackageBody.class)
record PackageAnswer(PackageBody body, Fields others) implements Answered {
    static PackageAnswer of(ConnectorPackage value) {
        return new PackageAnswer(PackageBody.of(value), value.others());
    }
}
