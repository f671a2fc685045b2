package dev.wharf.server.api;

import dev.wharf.http.wire.Envelope;
import dev.wharf.port.Account;
import dev.wharf.server.request.AskedPath;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What clients of the vendor's API read beside packages, connections and groups: told as the account has it. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Other reads")
class OtherReadsController {
    @Get("/destinations")
    @Operation(operationId = "listDestinations", summary = "Lists destinations, each with the id of its group")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<FieldsAnswer> destinations(
            @Parameter(hidden = true) Account account, @Parameter(hidden = true) HttpRequest<?> request) {
        return read(account, request);
    }

    @Get("/destinations/{id}")
    @Operation(operationId = "getDestination", summary = "Reads a destination")
    @ApiResponse(responseCode = "200", description = "The destination")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<FieldsAnswer> destination(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id) {
        return read(account, request);
    }

    @Get("/groups/{id}/users")
    @Operation(operationId = "listGroupUsers", summary = "Lists a group's users; in a registry, groups have none")
    @ApiResponse(responseCode = "200", description = "The users")
    @ApiResponse(responseCode = "404", description = "There is no such group")
    Envelope<FieldsAnswer> users(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id) {
        return read(account, request);
    }

    @Get(uris = {"/connections/{id}/schemas", "/connectors/{id}/schemas"})
    @Operation(operationId = "getSchemas", summary = "Reads what a connection syncs; in a registry, no tables")
    @ApiResponse(responseCode = "200", description = "Its schemas")
    @ApiResponse(responseCode = "404", description = "There is no such connection")
    Envelope<FieldsAnswer> schemas(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id) {
        return read(account, request);
    }

    @Get(uris = {"/connections/{id}/state", "/connectors/{id}/state"})
    @Operation(operationId = "getState", summary = "Reads the state of a connection's connector")
    @ApiResponse(responseCode = "200", description = "The state")
    @ApiResponse(responseCode = "400", description = "The connection has no state")
    @ApiResponse(responseCode = "404", description = "There is no such connection")
    Envelope<FieldsAnswer> state(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id) {
        return read(account, request);
    }

    @Get("/metadata/connector-types")
    @Operation(operationId = "listConnectorTypes", summary = "Lists the kinds of connectors")
    @ApiResponse(responseCode = "200", description = "The kinds; a registry has one")
    Envelope<FieldsAnswer> types(
            @Parameter(hidden = true) Account account, @Parameter(hidden = true) HttpRequest<?> request) {
        return read(account, request);
    }

    @Get("/metadata/connector-types/{service}")
    @Operation(operationId = "getConnectorType", summary = "Reads a kind of connectors")
    @ApiResponse(responseCode = "200", description = "The kind")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<FieldsAnswer> type(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String service) {
        return read(account, request);
    }

    @Get("/connector-sdk/migration/connections")
    @Operation(
            operationId = "listDeployedConnections",
            summary = "Lists how connections were deployed, for the options file of the vendor's client")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<FieldsAnswer> migration(
            @Parameter(hidden = true) Account account, @Parameter(hidden = true) HttpRequest<?> request) {
        return read(account, request);
    }

    static Envelope<FieldsAnswer> read(Account account, HttpRequest<?> request) {
        return Envelope.success(null, new FieldsAnswer(account.read(AskedPath.of(request))));
    }
}
