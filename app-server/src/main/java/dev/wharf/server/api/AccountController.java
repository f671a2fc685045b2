package dev.wharf.server.api;

import dev.wharf.http.wire.AccountBody;
import dev.wharf.http.wire.Envelope;
import dev.wharf.port.Account;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Whose credentials these are. */
@Controller("/v1/account")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class AccountController {

    @Get("/info")
    @Operation(operationId = "getAccountInfo", summary = "Shows the account and user of the credentials")
    @ApiResponse(responseCode = "200", description = "The account")
    Envelope<AccountBody> info(@Parameter(hidden = true) Account account) {
        return Envelope.success(null, AccountBody.of(account.info()));
    }
}
