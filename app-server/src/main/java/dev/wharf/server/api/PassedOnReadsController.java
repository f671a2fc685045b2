package dev.wharf.server.api;

import dev.wharf.http.wire.Envelope;
import dev.wharf.port.Account;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Whatever else is read of the account behind a gateway. Nothing that changes it is passed on without being known. */
@Controller("/v1")
@Requires(property = "wharf.upstream.url")
@ExecuteOn(TaskExecutors.BLOCKING)
class PassedOnReadsController {
    @Get("/{+path}")
    @Hidden
    Envelope<FieldsAnswer> read(Account account, HttpRequest<?> request, @PathVariable String path) {
        return OtherReadsController.read(account, request);
    }
}
