package dev.wharf.server.error;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UploadKeyReusedException;
import dev.wharf.failure.WharfException;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one place that maps failures to HTTP.
 *
 * @param status the status
 * @param code the envelope's code
 * @param retryAfter how long the caller shall wait; null if not known
 */
record FailureAnswer(HttpStatus status, String code, @Nullable Duration retryAfter) {
    private static final String INVALID = "InvalidInput";
    private static final String ILLEGAL_STATE = "IllegalState";

    static FailureAnswer to(WharfException failure) {
        if (failure instanceof UnavailableException e) {
            return new FailureAnswer(HttpStatus.SERVICE_UNAVAILABLE, "ServiceUnavailable", e.retryAfter());
        }
        if (failure instanceof RateLimitedException e) {
            return new FailureAnswer(HttpStatus.TOO_MANY_REQUESTS, "TooManyRequests", e.retryAfter());
        }
        if (failure instanceof NotFoundException e) {
            return answer(HttpStatus.NOT_FOUND, notFound(e.resource()));
        }
        if (failure instanceof InvalidRequestException
                || failure instanceof InvalidArchiveException
                || failure instanceof InvalidProjectException
                || failure instanceof InterruptedTransferException) {
            return answer(HttpStatus.BAD_REQUEST, INVALID);
        }
        if (failure instanceof TooLargeException) {
            return answer(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "PayloadTooLarge");
        }
        if (failure instanceof NotAuthenticatedException) {
            return answer(HttpStatus.UNAUTHORIZED, "AuthFailed");
        }
        if (failure instanceof NotAllowedException) {
            return answer(HttpStatus.FORBIDDEN, "Forbidden");
        }
        if (failure instanceof PackageInUseException) {
            return answer(HttpStatus.FORBIDDEN, ILLEGAL_STATE);
        }
        if (failure instanceof BindingConflictException) {
            return answer(HttpStatus.CONFLICT, ILLEGAL_STATE);
        }
        if (failure instanceof ConflictException) {
            return answer(HttpStatus.CONFLICT, "Conflict");
        }
        if (failure instanceof ChangedMeanwhileException) {
            return answer(HttpStatus.PRECONDITION_FAILED, "PreconditionFailed");
        }
        if (failure instanceof UploadKeyReusedException) {
            return answer(HttpStatus.UNPROCESSABLE_ENTITY, "IdempotencyKeyReused");
        }
        if (failure instanceof UnexpectedAnswerException) {
            return answer(HttpStatus.BAD_GATEWAY, "BadGateway");
        }
        if (failure instanceof IntegrityException) {
            return answer(HttpStatus.INTERNAL_SERVER_ERROR, "IntegrityFailure");
        }
        if (failure instanceof StorageException e) {
            // Whoever tries again does not make room; whoever deletes something does.
            return e.reason() == StorageException.Reason.FULL
                    ? answer(HttpStatus.INSUFFICIENT_STORAGE, "InsufficientStorage")
                    : answer(HttpStatus.INTERNAL_SERVER_ERROR, "StorageFailure");
        }
        throw new AssertionError("a failure without an answer: " + failure.getClass());
    }

    private static FailureAnswer answer(HttpStatus status, String code) {
        return new FailureAnswer(status, code, null);
    }

    private static String notFound(NotFoundException.Resource resource) {
        return switch (resource) {
            case PACKAGE -> "NotFound_ConnectorSdkPackage";
            case CONNECTION -> "NotFound_Connection";
            case CONNECTION_OF_OTHER_SERVICE -> "NotFound_ConnectionOfOtherService";
            case DESTINATION -> "NotFound_Group";
            case API_KEY -> "NotFound_ApiKey";
            case OTHER -> "NotFound";
        };
    }
}
