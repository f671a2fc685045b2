package dev.wharf.server.api;

import dev.wharf.http.wire.Envelope;
import dev.wharf.http.wire.Items;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.server.request.EntityTags;
import dev.wharf.server.request.IdempotencyKey;
import dev.wharf.server.request.Paging;
import dev.wharf.server.transfer.OutgoingArchive;
import dev.wharf.server.transfer.UploadSlots;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The six operations on packages. */
@Controller("/v1/connector-sdk/packages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Connector SDK packages")
class PackagesController {
    private final UploadSlots slots;
    private final JsonMapper json;

    PackagesController(UploadSlots slots, JsonMapper json) {
        this.slots = slots;
        this.json = json;
    }

    @Get
    @Operation(operationId = "listPackages", summary = "Lists packages, the oldest first")
    @ApiResponse(responseCode = "200", description = "A page; without next_cursor it is the last")
    Envelope<Items<PackageAnswer>> list(
            @Parameter(hidden = true) Account account,
            @Parameter(description = "1 to 1000, default 100") @QueryValue @Nullable String limit,
            @Parameter(description = "next_cursor of the page before") @QueryValue @Nullable String cursor) {
        return Envelope.success(
                "Connector SDK packages retrieved successfully",
                Items.of(account.packages().list(Paging.page(limit, cursor)), PackageAnswer::of));
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
    @ApiResponse(responseCode = "400", description = "The file is missing, or is not a connector package")
    @ApiResponse(
            responseCode = "409",
            description = "An upload with this key is in progress, or its package was changed or deleted")
    @ApiResponse(responseCode = "413", description = "The file is too large")
    @ApiResponse(responseCode = "422", description = "The key was sent with another file before")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Creates one package, also when the request is repeated with the same file within a day",
            schema = @Schema(type = "string", maxLength = 255))
    Envelope<PackageAnswer> create(
            @Parameter(hidden = true) Account account, @Parameter(hidden = true) HttpRequest<?> request) {
        return Envelope.success(
                "Package created successfully", PackageAnswer.of(slots.receive(request, archive -> account.packages()
                        .create(archive, IdempotencyKey.of(request)))));
    }

    @Get("/{id}")
    @Operation(operationId = "getPackage", summary = "Reads a package")
    @ApiResponse(responseCode = "200", description = "The package; its ETag is the SHA-256 of its file")
    @ApiResponse(responseCode = "304", description = "It has the file that If-None-Match names")
    @ApiResponse(responseCode = "404", description = "Not found")
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "The ETag of the file that is known")
    HttpResponse<Envelope<PackageAnswer>> retrieve(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request)
            throws IOException {
        ConnectorPackage found = account.packages().retrieve(new PackageId(id));
        Sha256 sha256 = found.sha256();
        if (EntityTags.isKnown(request, sha256)) {
            return notModified(sha256);
        }
        Envelope<PackageAnswer> body =
                Envelope.success("Connector SDK package details retrieved successfully", PackageAnswer.of(found));
        MutableHttpResponse<Envelope<PackageAnswer>> answer = HttpResponse.ok(body);
        if (request.getMethod() == HttpMethod.HEAD) {
            // The framework drops the body, and with it what tells how long it is.
            answer.header(HttpHeaders.CONTENT_LENGTH, Integer.toString(json.writeValueAsBytes(body).length));
        }
        return sha256 == null ? answer : answer.header(HttpHeaders.ETAG, EntityTags.of(sha256));
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
    @ApiResponse(responseCode = "400", description = "The file is missing, or is not a connector package")
    @ApiResponse(responseCode = "403", description = "The caller is neither the owner nor an administrator")
    @ApiResponse(responseCode = "404", description = "There is no such package")
    @ApiResponse(responseCode = "412", description = "The package does not have the file that If-Match names")
    @ApiResponse(responseCode = "413", description = "The file is too large")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag of the file that is to be replaced")
    Envelope<PackageAnswer> update(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request) {
        PackageId packageId = new PackageId(id);
        return Envelope.success(
                "Package updated successfully", PackageAnswer.of(slots.receive(request, archive -> account.packages()
                        .update(packageId, archive, expected(account, packageId, request)))));
    }

    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "deletePackage", summary = "Deletes an unbound package")
    @ApiResponse(responseCode = "200", description = "The package is deleted")
    @ApiResponse(responseCode = "403", description = "A connection uses the package, or the caller does not own it")
    @ApiResponse(responseCode = "404", description = "There is no such package")
    @ApiResponse(responseCode = "412", description = "The package does not have the file that If-Match names")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag of the file the package must have")
    Envelope<Object> delete(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(hidden = true) HttpRequest<?> request) {
        PackageId packageId = new PackageId(id);
        account.packages().delete(packageId, expected(account, packageId, request));
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
    @ApiResponse(responseCode = "304", description = "It is the file that If-None-Match names")
    @ApiResponse(responseCode = "404", description = "There is no such package")
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "The ETag of the file that is known")
    @ApiResponse(responseCode = "206", description = "The part that Range asks for")
    @ApiResponse(responseCode = "416", description = "The archive has no such part")
    HttpResponse<?> download(
            @Parameter(hidden = true) Account account,
            @PathVariable String id,
            @Parameter(description = "One range of bytes. The answer to several ranges is the whole" + " archive")
                    @Header("Range")
                    @Nullable
                    String range,
            @Parameter(description = "The entity tag the range is meant for") @Header("If-Range") @Nullable
                    String ifRange,
            @Parameter(hidden = true) HttpRequest<?> request) {
        PackageId packageId = new PackageId(id);
        if (EntityTags.asks(request)) {
            Sha256 sha256 = account.packages().retrieve(packageId).sha256();
            if (EntityTags.isKnown(request, sha256)) {
                return notModified(sha256);
            }
        }
        ArchiveDownload download = account.packages().download(packageId);
        return request.getMethod() == HttpMethod.HEAD
                ? OutgoingArchive.head(download)
                : OutgoingArchive.answer(download, range, ifRange);
    }

    private static @Nullable Sha256 expected(Account account, PackageId id, HttpRequest<?> request) {
        return EntityTags.expected(request, () -> account.packages().retrieve(id));
    }

    private static <T> HttpResponse<T> notModified(@Nullable Sha256 sha256) {
        return HttpResponse.<T>notModified().header(HttpHeaders.ETAG, EntityTags.of(Objects.requireNonNull(sha256)));
    }
}
