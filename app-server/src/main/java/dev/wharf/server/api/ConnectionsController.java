package dev.wharf.server.api;

import dev.wharf.http.wire.AskedConnection;
import dev.wharf.http.wire.ConnectionRequestBody;
import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.Items;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.NewConnection;
import dev.wharf.port.Account;
import dev.wharf.server.request.JsonBodies;
import dev.wharf.server.request.JsonText;
import dev.wharf.server.request.Paging;
import dev.wharf.server.request.SetupTestLimit;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Connections, of a registry those of the service {@code connector_sdk}; also under the older paths that the vendor's own clients still use. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Connections")
class ConnectionsController {
    private static final String ALL = "/connections";
    private static final String OLD_ALL = "/connectors";
    private static final String ONE = ALL + "/{id}";
    private static final String OLD_ONE = OLD_ALL + "/{id}";

    private final JsonBodies json;
    private final SetupTestLimit setupTests;

    ConnectionsController(JsonBodies json, SetupTestLimit setupTests) {
        this.json = json;
        this.setupTests = setupTests;
    }

    @Get(uris = {ALL, OLD_ALL})
    @Operation(operationId = "listConnections", summary = "Lists connections, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<Items<ConnectionAnswer>> list(
            @Parameter(hidden = true) Account account,
            @QueryValue("group_id") @Nullable String groupId,
            @QueryValue @Nullable String schema,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        ConnectionFilter filter = new ConnectionFilter(
                groupId == null ? null : new DestinationId(groupId),
                schema == null ? null : new ConnectionName(schema));
        return Envelope.success(
                null, Items.of(account.connections().list(filter, Paging.page(limit, cursor)), ConnectionAnswer::of));
    }

    @Post(uris = {ALL, OLD_ALL})
    @Consumes(MediaType.APPLICATION_JSON)
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createConnection", summary = "Creates a connection and binds its package")
    @ApiResponse(responseCode = "201", description = "The new connection")
    @ApiResponse(responseCode = "400", description = "A field is missing or not valid")
    @ApiResponse(responseCode = "404", description = "There is no such group or package")
    @ApiResponse(responseCode = "409", description = "Another connection uses the package, or has the name")
    @ApiResponse(
            responseCode = "429",
            description = "Too many requests or setup tests; Retry-After says when to come back")
    Envelope<ConnectionAnswer> create(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConnectionRequestBody.class)))
                    @Body
                    @Nullable
                    JsonText body) {
        NewConnection asked = asked(body).newConnection();
        NewConnection wanted =
                new NewConnection(asked.destinationId(), asked.name(), testedUnlessToldNot(asked.settings()));
        count(wanted.settings(), request);
        return Envelope.success(
                "Connection has been created",
                ConnectionAnswer.of(account.connections().create(wanted)));
    }

    @Get(uris = {ONE, OLD_ONE})
    @Operation(operationId = "getConnection", summary = "Reads a connection")
    @ApiResponse(responseCode = "200", description = "The connection")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<ConnectionAnswer> retrieve(@Parameter(hidden = true) Account account, @PathVariable String id) {
        return Envelope.success(null, ConnectionAnswer.of(account.connections().retrieve(new ConnectionId(id))));
    }

    @Patch(uris = {ONE, OLD_ONE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateConnection", summary = "Updates a connection; other fields keep their values")
    @ApiResponse(responseCode = "200", description = "The connection as it is now")
    @ApiResponse(responseCode = "404", description = "There is no such connection or package")
    @ApiResponse(responseCode = "409", description = "Another connection uses the package")
    Envelope<ConnectionAnswer> update(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConnectionRequestBody.class)))
                    @Body
                    @Nullable
                    JsonText body) {
        AskedConnection asked = asked(body);
        ConnectionId connection = new ConnectionId(id);
        ConnectionSettings wanted = testedUnlessToldNot(
                asked.namesIt() ? asked.settingsFor(account.connections().retrieve(connection)) : asked.settings());
        count(wanted, request);
        return Envelope.success(
                "Connection has been updated",
                ConnectionAnswer.of(account.connections().update(connection, wanted)));
    }

    @Delete(uris = {ONE, OLD_ONE})
    @Consumes(MediaType.ALL)
    @Operation(operationId = "deleteConnection", summary = "Deletes a connection and unbinds its package")
    @ApiResponse(responseCode = "200", description = "The connection is deleted")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<Object> delete(@Parameter(hidden = true) Account account, @PathVariable String id) {
        account.connections().delete(new ConnectionId(id));
        return new Envelope<>(Envelope.SUCCESS, "Connection has been deleted", null);
    }

    @Post(uris = {ONE + "/test", OLD_ONE + "/test"})
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "testConnection",
            summary = "Runs the setup tests",
            description = "Failed tests are a result, in setup_tests. The connection does not change.")
    @ApiResponse(responseCode = "200", description = "The connection with the results")
    @ApiResponse(responseCode = "403", description = "The caller is neither the owner nor an administrator")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<ConnectionAnswer> test(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id) {
        setupTests.count(request);
        return Envelope.success(
                "Setup tests have been completed",
                ConnectionAnswer.of(account.connections().test(new ConnectionId(id))));
    }

    private AskedConnection asked(@Nullable JsonText body) {
        return new AskedConnection(json.read(body, JsonNode.class));
    }

    /** Saying nothing of setup tests means to have them run, to the API. */
    private static ConnectionSettings testedUnlessToldNot(ConnectionSettings asked) {
        return asked.runSetupTests() == null ? asked.withSetupTests(true) : asked;
    }

    private void count(ConnectionSettings asked, HttpRequest<?> request) {
        if (Boolean.TRUE.equals(asked.runSetupTests())) {
            setupTests.count(request);
        }
    }
}
