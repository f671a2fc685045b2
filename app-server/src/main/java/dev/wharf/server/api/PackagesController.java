package dev.wharf.server.api;

import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.Items;
import dev.wharf.http.wire.PackageBody;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import dev.wharf.server.request.Paging;
import dev.wharf.server.transfer.OutgoingArchive;
import dev.wharf.server.transfer.UploadSlots;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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

/** The six operations on packages. */
@Controller("/v1/connector-sdk/packages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Connector SDK packages")
class PackagesController {
    private final UploadSlots slots;

    PackagesController(UploadSlots slots) {
        this.slots = slots;
    }

    @Get
    @Operation(operationId = "listPackages", summary = "Lists packages, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<Items<PackageBody>> list(
            @Parameter(hidden = true) Account account,
            @Parameter(description = "1 to 1000, default 100") @QueryValue @Nullable String limit,
            @Parameter(description = "next_cursor of the page before") @QueryValue @Nullable String cursor) {
        return Envelope.success(
                "Connector SDK packages retrieved successfully",
                Items.of(account.packages().list(Paging.page(limit, cursor)), PackageBody::of));
    }

    @Post
    @Consumes(MediaType.ALL)
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createPackage", summary = "Uploads an archive as a new package")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ArchiveForm.class)))
    @ApiResponse(responseCode = "201", description = "The new package")
    @ApiResponse(responseCode = "400", description = "The file is no connector package, or there is none")
    @ApiResponse(responseCode = "413", description = "The file is too large")
    Envelope<PackageBody> create(
            @Parameter(hidden = true) Account account, @Parameter(hidden = true) HttpRequest<?> request) {
        return Envelope.success(
                "Package created successfully", PackageBody.of(slots.receive(request, account.packages()::create)));
    }

    @Get("/{id}")
    @Operation(operationId = "getPackage", summary = "Reads a package")
    @ApiResponse(responseCode = "200", description = "The package")
    @ApiResponse(responseCode = "404", description = "There is none")
    Envelope<PackageBody> retrieve(@Parameter(hidden = true) Account account, @PathVariable String id) {
        return Envelope.success(
                "Connector SDK package details retrieved successfully",
                PackageBody.of(account.packages().retrieve(new PackageId(id))));
    }

    @Patch("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "updatePackage", summary = "Replaces a package's file")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ArchiveForm.class)))
    @ApiResponse(responseCode = "200", description = "The package as it is now")
    @ApiResponse(responseCode = "400", description = "The file is no connector package, or there is none")
    @ApiResponse(responseCode = "403", description = "The caller is neither the owner nor an administrator")
    @ApiResponse(responseCode = "404", description = "There is no such package")
    @ApiResponse(responseCode = "413", description = "The file is too large")
    Envelope<PackageBody> update(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request) {
        PackageId packageId = new PackageId(id);
        return Envelope.success(
                "Package updated successfully", PackageBody.of(slots.receive(request, archive -> account.packages()
                        .update(packageId, archive))));
    }

    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "deletePackage", summary = "Deletes an unbound package")
    @ApiResponse(responseCode = "200", description = "The package is gone")
    @ApiResponse(responseCode = "403", description = "A connection uses the package, or the caller does not own it")
    @ApiResponse(responseCode = "404", description = "There is no such package")
    Envelope<Object> delete(@Parameter(hidden = true) Account account, @PathVariable String id) {
        account.packages().delete(new PackageId(id));
        return new Envelope<>(Envelope.SUCCESS, "Package deleted successfully", null);
    }

    @Get("/{id}/download")
    @Produces(MediaType.ALL)
    @Operation(operationId = "downloadPackage", summary = "Downloads a package's file")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes that were uploaded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "There is no such package")
    @ApiResponse(responseCode = "206", description = "The part that Range asks for")
    @ApiResponse(responseCode = "416", description = "Nothing of that part is there")
    HttpResponse<?> download(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(description = "One range of bytes; several are answered with all") @Header("Range") @Nullable
                    String range,
            @Parameter(description = "The entity tag the range is meant for") @Header("If-Range") @Nullable
                    String ifRange) {
        return OutgoingArchive.answer(account.packages().download(new PackageId(id)), range, ifRange);
    }
}
