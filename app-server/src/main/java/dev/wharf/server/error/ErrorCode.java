package dev.wharf.server.error;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Every code of an error answer, with the status it goes with. {@code docs/reference/error-codes.md} lists them. */
public enum ErrorCode {
    /** 400. */
    INVALID_INPUT(HttpStatus.BAD_REQUEST, "InvalidInput", "The request, a value in it, or the archive cannot be."),
    /** 401. */
    AUTH_FAILED(HttpStatus.UNAUTHORIZED, "AuthFailed", "The credentials are missing or wrong."),
    /** 403. */
    FORBIDDEN(HttpStatus.FORBIDDEN, "Forbidden", "The caller is not the owner, or has a role that may not do this."),
    /** 403. */
    IN_USE(HttpStatus.FORBIDDEN, "IllegalState", "A connection uses the package, so it cannot be deleted."),
    /** 404. */
    NOT_FOUND(HttpStatus.NOT_FOUND, "NotFound", "There is no such path, or no such thing."),
    /** 404. */
    NO_PACKAGE(HttpStatus.NOT_FOUND, "NotFound_ConnectorSdkPackage", "There is no such package."),
    /** 404. */
    NO_CONNECTION(HttpStatus.NOT_FOUND, "NotFound_Connection", "There is no such connection."),
    /** 404. */
    OTHER_SERVICE(
            HttpStatus.NOT_FOUND,
            "NotFound_ConnectionOfOtherService",
            "The connection is of another service than `connector_sdk`."),
    /** 404. */
    NO_GROUP(HttpStatus.NOT_FOUND, "NotFound_Group", "There is no such group, which is a destination."),
    /** 404. */
    NO_API_KEY(HttpStatus.NOT_FOUND, "NotFound_ApiKey", "There is no such API key."),
    /** 405. */
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "MethodNotAllowed",
            "The path does not know this method; `Allow` names those."),
    /** 406. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "NotAcceptable", "`Accept` does not take JSON."),
    /** 408. */
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "RequestTimeout", "The request arrived too slowly."),
    /** 409. */
    BOUND(HttpStatus.CONFLICT, "IllegalState", "Another connection uses the package."),
    /** 409. */
    CONFLICT(
            HttpStatus.CONFLICT,
            "Conflict",
            "A name is taken, something was changed meanwhile, or a connection's state forbids this."),
    /** 412. */
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED,
            "PreconditionFailed",
            "The package has another file than `If-Match` names."),
    /** 413. */
    PAYLOAD_TOO_LARGE(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE, "PayloadTooLarge", "The request or the archive is too large."),
    /** 414. */
    URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "UriTooLong", "The path is too long."),
    /** 415. */
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", "The body is not JSON, or it is compressed."),
    /** 422. */
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "IdempotencyKeyReused",
            "The `Idempotency-Key` stands for an upload of other bytes."),
    /** 429. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "TooManyRequests", "The same call works later: see `Retry-After`."),
    /** 500. */
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "InternalError",
            "The server failed unexpectedly; the log has it under `X-Request-Id`."),
    /** 500. */
    STORAGE_FAILURE(HttpStatus.INTERNAL_SERVER_ERROR, "StorageFailure", "The disk or the catalog failed."),
    /** 500. */
    INTEGRITY_FAILURE(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "IntegrityFailure",
            "Bytes do not have the SHA-256 that they should have. They were not handed on."),
    /** 502. */
    BAD_GATEWAY(HttpStatus.BAD_GATEWAY, "BadGateway", "The account behind a gateway answered what makes no sense."),
    /** 503. */
    SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "ServiceUnavailable",
            "The server is busy or stopping, or the account behind a gateway is away."),
    /** 507. */
    INSUFFICIENT_STORAGE(
            HttpStatus.INSUFFICIENT_STORAGE,
            "InsufficientStorage",
            "The disk is full. Reading goes on. Deleted packages make room when their archives are swept.");

    /** Those whose status can have other reasons than theirs. */
    private static final Set<ErrorCode> NEEDS_A_REASON =
            EnumSet.of(IN_USE, BOUND, CONFLICT, PRECONDITION_FAILED, KEY_REUSED, BAD_GATEWAY, INSUFFICIENT_STORAGE);

    private final HttpStatus status;
    private final String code;
    private final String meaning;

    ErrorCode(HttpStatus status, String code, String meaning) {
        this.status = status;
        this.code = code;
        this.meaning = meaning;
    }

    /**
     * The code of a refusal that only its status is known of: the framework's own. Where the status says nothing of the reason, and
     * where there is no code, it is that of its hundred.
     */
    static ErrorCode of(int status) {
        Optional<ErrorCode> own = Arrays.stream(values())
                .filter(each -> !NEEDS_A_REASON.contains(each) && each.status.getCode() == status)
                .findFirst();
        return own.orElse(status >= 500 ? INTERNAL_ERROR : INVALID_INPUT);
    }

    /**
     * The HTTP status.
     *
     * @return the status
     */
    public HttpStatus status() {
        return status;
    }

    /**
     * What programs read.
     *
     * @return one word, with an underscore at most
     */
    public String code() {
        return code;
    }

    /**
     * What it says.
     *
     * @return a sentence, with Markdown's marks
     */
    public String meaning() {
        return meaning;
    }
}
