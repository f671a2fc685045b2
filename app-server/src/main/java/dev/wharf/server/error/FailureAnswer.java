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
 * @param error the status, and the envelope's code
 * @param retryAfter how long the caller shall wait; null if not known
 */
record FailureAnswer(ErrorCode error, @Nullable Duration retryAfter) {
    static FailureAnswer to(WharfException failure) {
        if (failure instanceof UnavailableException e) {
            return new FailureAnswer(ErrorCode.SERVICE_UNAVAILABLE, e.retryAfter());
        }
        if (failure instanceof RateLimitedException e) {
            return new FailureAnswer(ErrorCode.TOO_MANY_REQUESTS, e.retryAfter());
        }
        if (failure instanceof NotFoundException e) {
            return answer(notFound(e.resource()));
        }
        if (failure instanceof InvalidRequestException
                || failure instanceof InvalidArchiveException
                || failure instanceof InvalidProjectException
                || failure instanceof InterruptedTransferException) {
            return answer(ErrorCode.INVALID_INPUT);
        }
        if (failure instanceof TooLargeException) {
            return answer(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        if (failure instanceof NotAuthenticatedException) {
            return answer(ErrorCode.AUTH_FAILED);
        }
        if (failure instanceof NotAllowedException) {
            return answer(ErrorCode.FORBIDDEN);
        }
        if (failure instanceof PackageInUseException) {
            return answer(ErrorCode.IN_USE);
        }
        if (failure instanceof BindingConflictException) {
            return answer(ErrorCode.BOUND);
        }
        if (failure instanceof ConflictException) {
            return answer(ErrorCode.CONFLICT);
        }
        if (failure instanceof ChangedMeanwhileException) {
            return answer(ErrorCode.PRECONDITION_FAILED);
        }
        if (failure instanceof UploadKeyReusedException) {
            return answer(ErrorCode.KEY_REUSED);
        }
        if (failure instanceof UnexpectedAnswerException) {
            return answer(ErrorCode.BAD_GATEWAY);
        }
        if (failure instanceof IntegrityException) {
            return answer(ErrorCode.INTEGRITY_FAILURE);
        }
        if (failure instanceof StorageException e) {
            // Whoever tries again does not make room; whoever deletes something does.
            return e.reason() == StorageException.Reason.FULL
                    ? answer(ErrorCode.INSUFFICIENT_STORAGE)
                    : answer(ErrorCode.STORAGE_FAILURE);
        }
        throw new AssertionError("a failure without an answer: " + failure.getClass());
    }

    HttpStatus status() {
        return error.status();
    }

    String code() {
        return error.code();
    }

    private static FailureAnswer answer(ErrorCode error) {
        return new FailureAnswer(error, null);
    }

    private static ErrorCode notFound(NotFoundException.Resource resource) {
        return switch (resource) {
            case PACKAGE -> ErrorCode.NO_PACKAGE;
            case CONNECTION -> ErrorCode.NO_CONNECTION;
            case CONNECTION_OF_OTHER_SERVICE -> ErrorCode.OTHER_SERVICE;
            case DESTINATION -> ErrorCode.NO_GROUP;
            case API_KEY -> ErrorCode.NO_API_KEY;
            case OTHER -> ErrorCode.NOT_FOUND;
        };
    }
}
