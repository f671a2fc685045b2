package dev.wharf.server.api;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.Items;
import dev.wharf.http.wire.NewGroupBody;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.Account;
import dev.wharf.server.request.JsonBodies;
import dev.wharf.server.request.JsonText;
import dev.wharf.server.request.Paging;
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

/** Destinations, which the API calls groups. */
@Controller("/v1/groups")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Groups")
class GroupsController {
    private final JsonBodies json;

    GroupsController(JsonBodies json) {
        this.json = json;
    }

    @Get
    @Operation(operationId = "listGroups", summary = "Lists groups, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<Items<GroupAnswer>> list(
            @Parameter(hidden = true) Account account,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        return Envelope.success(
                null, Items.of(account.destinations().list(Paging.page(limit, cursor)), GroupAnswer::of));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createGroup", summary = "Creates a group")
    @ApiResponse(responseCode = "201", description = "The new group")
    @ApiResponse(responseCode = "409", description = "A group of that name exists")
    Envelope<GroupAnswer> create(
            @Parameter(hidden = true) Account account,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewGroupBody.class))) @Body @Nullable
                    JsonText body) {
        DestinationName name = name(body);
        return Envelope.success(
                "Group has been created", GroupAnswer.of(account.destinations().create(name)));
    }

    @Get("/{id}")
    @Operation(operationId = "getGroup", summary = "Reads a group")
    @ApiResponse(responseCode = "200", description = "The group")
    @ApiResponse(responseCode = "404", description = "Not found")
    Envelope<GroupAnswer> retrieve(@Parameter(hidden = true) Account account, @PathVariable String id) {
        return Envelope.success(null, GroupAnswer.of(account.destinations().retrieve(new DestinationId(id))));
    }

    @Patch("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateGroup", summary = "Renames a group")
    @ApiResponse(responseCode = "200", description = "The group as it is now")
    @ApiResponse(responseCode = "404", description = "Not found")
    @ApiResponse(responseCode = "409", description = "Another group has that name")
    Envelope<GroupAnswer> update(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewGroupBody.class))) @Body @Nullable
                    JsonText body) {
        DestinationName name = name(body);
        return Envelope.success(
                "Group has been updated", GroupAnswer.of(account.destinations().rename(new DestinationId(id), name)));
    }

    private DestinationName name(@Nullable JsonText body) {
        String name = json.read(body, NewGroupBody.class).name();
        if (name == null) {
            throw new InvalidRequestException("name is missing.", "Send a name for the group.");
        }
        return new DestinationName(name);
    }

    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "deleteGroup", summary = "Deletes a group without connections")
    @ApiResponse(responseCode = "200", description = "The group is deleted")
    @ApiResponse(responseCode = "404", description = "Not found")
    @ApiResponse(responseCode = "409", description = "A connection writes to it")
    Envelope<Object> delete(@Parameter(hidden = true) Account account, @PathVariable String id) {
        account.destinations().delete(new DestinationId(id));
        return new Envelope<>(Envelope.SUCCESS, "Group has been deleted", null);
    }

    @Get(uris = {"/{id}/connections", "/{id}/connectors"})
    @Operation(operationId = "listGroupConnections", summary = "Lists a group's connections, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    @ApiResponse(responseCode = "404", description = "There is no such group")
    Envelope<Items<ConnectionAnswer>> connections(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @QueryValue @Nullable String schema,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        DestinationId group =
                account.destinations().retrieve(new DestinationId(id)).id();
        ConnectionFilter filter = new ConnectionFilter(group, schema == null ? null : new ConnectionName(schema));
        return Envelope.success(
                null, Items.of(account.connections().list(filter, Paging.page(limit, cursor)), ConnectionAnswer::of));
    }
}
