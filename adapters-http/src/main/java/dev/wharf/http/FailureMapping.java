package dev.wharf.http;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UploadKeyReusedException;
import dev.wharf.failure.WharfException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that turns an answer's status, then its code's prefix, into a failure. Never the message: messages differ
 * between versions of the API's documents.
 */
final class FailureMapping {
    /** What was attempted, where the same status means different things. */
    enum Attempt {
        /** Anything else. */
        CALL,
        /** Sending an archive. */
        UPLOAD,
        /** Deleting a package. */
        DELETE_PACKAGE,
        /** Making or changing a connection that asks for a package. */
        BIND
    }

    /**
     * A failed answer.
     *
     * @param status the HTTP status
     * @param code the JSON's code, if it was JSON
     * @param message the JSON's message, if it was JSON
     * @param snippet the beginning of the body, if it was not the API's JSON
     * @param retryAfter what the answer's {@code Retry-After} says
     * @param redirect the scheme and the host that the answer points to
     * @param way what it tells of proxies on its way
     */
    record Answer(
            int status,
            @Nullable String code,
            @Nullable String message,
            String snippet,
            @Nullable Duration retryAfter,
            @Nullable String redirect,
            OnTheWay way) {
        boolean hasCode(String prefix) {
            return code != null && code.startsWith(prefix);
        }

        /** Whether the API itself answered: everything it says has a code. */
        boolean isApi() {
            return code != null;
        }

        String message(String otherwise) {
            return message == null || message.isBlank() ? otherwise : message;
        }
    }

    private FailureMapping() {}

    static WharfException failure(Answer answer, Attempt attempt, String subject, Route route) {
        WharfException ofProxy =
                ProxyFailures.explain(answer.status(), answer.isApi(), answer.snippet(), answer.way(), route);
        if (ofProxy != null) {
            return ofProxy;
        }
        WharfException failure = kind(answer, attempt, subject, route);
        failure.initCause(new RestFailure(answer.status(), answer.code(), answer.snippet()));
        return failure;
    }

    private static WharfException kind(Answer answer, Attempt attempt, String subject, Route route) {
        if (!answer.isApi()) {
            return ForeignAnswers.failure(answer, attempt, subject, route);
        }
        return ForeignAnswers.isRedirect(answer)
                ? ForeignAnswers.redirected(answer, route)
                : ofApi(answer, attempt, subject, route);
    }

    private static WharfException ofApi(Answer answer, Attempt attempt, String subject, Route route) {
        return switch (answer.status()) {
            case 400 -> badRequest(answer, attempt);
            case 401 -> new NotAuthenticatedException(answer.message("The API key or its secret is wrong."), null);
            case 403 -> forbidden(answer, attempt, subject);
            case 410 -> ForeignAnswers.retired(answer, subject, route);
            case 404 -> new NotFoundException(resource(answer), answer.message("Not found: " + subject + "."));
            case 409 -> conflict(answer, attempt, subject);
            case 412 ->
                new ChangedMeanwhileException(
                        answer.message("Somebody else changed it. Your change was not made."), null);
            case 413 ->
                new TooLargeException(answer.message(
                        attempt == Attempt.UPLOAD
                                ? "The archive is larger than the registry allows."
                                : "The request is larger than the registry allows."));
            case 422 ->
                answer.hasCode("IdempotencyKeyReused")
                        ? new UploadKeyReusedException(answer.message("The key was sent with other bytes before."))
                        : new UnexpectedAnswerException(unexpected(answer), null);
            case 429 -> new RateLimitedException(answer.message("Too many requests."), answer.retryAfter(), null);
            case 502, 503, 504 ->
                new UnavailableException(
                        answer.message("The registry cannot answer now (HTTP " + answer.status() + ")."),
                        answer.retryAfter(),
                        null);
            default ->
                answer.hasCode("IntegrityFailure")
                        ? new IntegrityException(answer.message("The registry's copy is corrupt."), null, null)
                        : new UnexpectedAnswerException(unexpected(answer), null);
        };
    }

    private static WharfException badRequest(Answer answer, Attempt attempt) {
        return attempt == Attempt.UPLOAD
                ? new InvalidArchiveException(
                        InvalidArchiveException.Reason.OTHER, answer.message("The registry refused the archive."))
                : new InvalidRequestException(answer.message("The registry refused the request."));
    }

    private static WharfException forbidden(Answer answer, Attempt attempt, String subject) {
        return attempt == Attempt.DELETE_PACKAGE && answer.hasCode("IllegalState")
                ? new PackageInUseException(subject, List.of())
                : new NotAllowedException(answer.message("These credentials may not do this."));
    }

    private static WharfException conflict(Answer answer, Attempt attempt, String subject) {
        return attempt == Attempt.BIND && answer.hasCode("IllegalState")
                ? new BindingConflictException(subject, null)
                : new ConflictException(answer.message("The request conflicts with the current state."));
    }

    private static Resource resource(Answer answer) {
        if (answer.hasCode("NotFound_ConnectorSdkPackage")) {
            return Resource.PACKAGE;
        }
        if (answer.hasCode("NotFound_ConnectionOfOtherService")) {
            return Resource.CONNECTION_OF_OTHER_SERVICE;
        }
        if (answer.hasCode("NotFound_Connect")) {
            return Resource.CONNECTION;
        }
        return answer.hasCode("NotFound_Group") ? Resource.DESTINATION : Resource.OTHER;
    }

    private static String unexpected(Answer answer) {
        String what = "The registry answered HTTP " + answer.status();
        String text = answer.message(answer.snippet());
        return what + (text.isEmpty() ? "." : ": " + text);
    }
}
