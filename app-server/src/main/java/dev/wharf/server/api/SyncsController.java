package dev.wharf.server.api;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.JsonFields;
import dev.wharf.http.wire.SyncRequestBody;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.port.Account;
import dev.wharf.server.request.JsonBodies;
import dev.wharf.server.request.JsonText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The syncs of connections, and the state that their connectors keep in between. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Connections")
class SyncsController {
    private static final String ONE = "/connections/{id}";
    private static final String OLD_ONE = "/connectors/{id}";
    private static final String BEGUN = "Sync has been successfully triggered for connection with id '%s'";

    private final JsonBodies json;

    SyncsController(JsonBodies json) {
        this.json = json;
    }

    @Post(uris = {ONE + "/sync", OLD_ONE + "/sync", ONE + "/force", OLD_ONE + "/force"})
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "syncConnection",
            summary = "Starts a sync",
            description = "A registry runs no connectors. Its syncs are simulated.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SyncRequestBody.class)))
    @ApiResponse(responseCode = "200", description = "The sync has started, or one is running")
    @ApiResponse(responseCode = "403", description = "The caller is neither the owner nor an administrator")
    @ApiResponse(responseCode = "404", description = "Not found")
    @ApiResponse(responseCode = "409", description = "The connection has no package to run, or is paused")
    Envelope<Object> sync(
            @Parameter(hidden = true) Account account,
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id,
            @Body @Nullable JsonText body) {
        boolean forced = request.getPath().endsWith("/force");
        account.connections().sync(new ConnectionId(id), forced || isForced(asked(body)));
        return new Envelope<>(Envelope.SUCCESS, String.format(BEGUN, id), null);
    }

    @Post(uris = {ONE + "/resync", OLD_ONE + "/resync"})
    @Consumes(MediaType.ALL)
    @Operation(operationId = "resyncConnection", summary = "Starts to sync everything again")
    @RequestBody(content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "200", description = "The sync has started, or starts when the connection is unpaused")
    @ApiResponse(responseCode = "400", description = "The scope is not supported")
    @ApiResponse(responseCode = "403", description = "The caller is neither the owner nor an administrator")
    @ApiResponse(responseCode = "404", description = "Not found")
    @ApiResponse(responseCode = "409", description = "The connection has no package to run")
    Envelope<Object> resync(
            @Parameter(hidden = true) Account account, @PathVariable String id, @Body @Nullable JsonText body) {
        account.connections().resync(new ConnectionId(id), asked(body));
        return new Envelope<>(Envelope.SUCCESS, String.format(BEGUN, id), null);
    }

    @Patch(uris = {ONE + "/state", OLD_ONE + "/state"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateState", summary = "Replaces the state of a paused connection's connector")
    @RequestBody(content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "200", description = "The state as it is now")
    @ApiResponse(responseCode = "404", description = "There is no such connection")
    @ApiResponse(responseCode = "409", description = "The connection is not paused")
    Envelope<FieldsAnswer> changeState(
            @Parameter(hidden = true) Account account, @PathVariable String id, @Body @Nullable JsonText body) {
        Fields asked = JsonFields.object(json.read(body, JsonNode.class));
        if (!(asked.get("state") instanceof Map<?, ?>) || asked.asMap().size() != 1) {
            throw new InvalidRequestException(
                    "The body is not a JSON object with a state.",
                    "Send a state, which" + " is an object, and nothing else.");
        }
        Fields changed = account.connections().changeState(new ConnectionId(id), asked.within("state"));
        return Envelope.success(
                "Connection state has been updated", new FieldsAnswer(Fields.NONE.with("state", changed.asMap())));
    }

    private Fields asked(@Nullable JsonText body) {
        return body == null || body.isEmpty() ? Fields.NONE : JsonFields.object(json.read(body, JsonNode.class));
    }

    private static boolean isForced(Fields asked) {
        for (String name : asked.asMap().keySet()) {
            if (!"force".equals(name)) {
                throw new InvalidRequestException(
                        "force is the only field of a sync request.", "Leave out the other fields.");
            }
        }
        Object force = asked.get("force");
        if (force != null && !(force instanceof Boolean)) {
            throw new InvalidRequestException("force must be true or false.");
        }
        return Boolean.TRUE.equals(force);
    }
}
