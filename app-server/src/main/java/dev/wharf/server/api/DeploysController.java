package dev.wharf.server.api;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.http.wire.DeployBody;
import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.Items;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.server.request.JsonBodies;
import dev.wharf.server.request.JsonText;
import dev.wharf.server.transfer.OutgoingArchive;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
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

/** What was deployed, as those who deployed told it, and the archives they may want back. Wharf's own. */
@Controller("/v1/wharf")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Deploys")
class DeploysController {
    private final JsonBodies json;

    DeploysController(JsonBodies json) {
        this.json = json;
    }

    @Get("/connections/{id}/deploys")
    @Operation(operationId = "listDeploys", summary = "Lists the deploys to a connection, the oldest first")
    @ApiResponse(responseCode = "200", description = "All recorded deploys")
    Envelope<Items<DeployBody>> list(@Parameter(hidden = true) Account account, @PathVariable String id) {
        return Envelope.success(
                null, Items.of(new Page<>(account.journal().list(new ConnectionId(id)), null), DeployBody::of));
    }

    @Put("/connections/{id}/deploys/{deploy}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDeploy", summary = "Records a deploy, and replaces its earlier record")
    @ApiResponse(responseCode = "200", description = "The deploy is recorded")
    @ApiResponse(responseCode = "400", description = "A field is missing or not valid")
    @ApiResponse(responseCode = "409", description = "Another deploy has this id")
    Envelope<Object> write(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @PathVariable String deploy,
            @RequestBody(content = @Content(schema = @Schema(implementation = DeployBody.class))) @Body @Nullable
                    JsonText body) {
        DeployRecord entry = json.read(body, DeployBody.class).value();
        if (!entry.id().equals(deploy) || !new ConnectionId(id).equals(entry.connectionId())) {
            throw new InvalidRequestException("id and connection_id must be those of the path.");
        }
        account.journal().write(entry);
        return new Envelope<>(Envelope.SUCCESS, "The deploy is recorded", null);
    }

    @Get("/archives/{sha256}")
    @Produces(MediaType.ALL)
    @Operation(operationId = "downloadDeployed", summary = "Downloads an archive that a recorded deploy names")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes that were deployed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "The archive is not stored")
    HttpResponse<?> download(
            @Parameter(hidden = true) Account account,
            @PathVariable String sha256,
            @Parameter(description = "One range of bytes. The answer to several ranges is the whole" + " archive")
                    @Header("Range")
                    @Nullable
                    String range,
            @Parameter(description = "The entity tag the range is meant for") @Header("If-Range") @Nullable
                    String ifRange,
            @Parameter(hidden = true) HttpRequest<?> request) {
        return account.journal()
                .openArchive(Sha256.parse(sha256))
                .<HttpResponse<?>>map(archive -> request.getMethod() == HttpMethod.HEAD
                        ? OutgoingArchive.head(archive)
                        : OutgoingArchive.answer(archive, range, ifRange))
                .orElseThrow(() -> new NotFoundException(
                        Resource.OTHER, "No recorded deploy has this archive, or it is no longer stored."));
    }
}
