package dev.wharf.server.error;

import dev.wharf.http.wire.Envelope;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever the framework itself refuses, or did not expect, in the API's envelope. The framework's own texts are not
 * shown: they can hold internals.
 */
@Singleton
class EnvelopeErrors implements ErrorResponseProcessor<Envelope<Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeErrors.class);

    @Override
    public MutableHttpResponse<Envelope<Object>> processResponse(
            ErrorContext context, MutableHttpResponse<?> baseResponse) {
        HttpRequest<?> request = context.getRequest();
        int status = baseResponse.code();
        Optional<Throwable> cause = context.getRootCause();
        if (status >= 500) {
            LOG.error(
                    "Internal error: {} failed. Report it with the server's version and this trace",
                    request.getMethodName(),
                    cause.orElse(null));
        }
        String message = cause.filter(RequestRefusal.class::isInstance)
                .map(Throwable::getMessage)
                .orElseGet(() -> message(status));
        Envelope<Object> body = new Envelope<>(ErrorCode.of(status).code(), message, null);
        boolean noBody = request.getMethod() == HttpMethod.HEAD;
        @SuppressWarnings("unchecked")
        MutableHttpResponse<Envelope<Object>> response = (MutableHttpResponse<Envelope<Object>>) baseResponse;
        return noBody ? response : response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String message(int status) {
        return switch (status) {
            case 404 -> "There is no such path. See /docs for the paths of this API.";
            case 405 -> "This path does not support this method. See the Allow header and /docs.";
            case 406 -> "The answer is JSON. Send Accept: application/json, or no Accept header.";
            case 408 -> "The request took too long to arrive. Send it again.";
            case 413 -> "The request, or one of its parts, is larger than this server allows.";
            case 414 -> "The path is too long.";
            case 415 -> "The request must be JSON. Send Content-Type: application/json.";
            case 503 -> "The server is busy or stopping. Try again.";
            default ->
                status >= 500
                        ? "Internal error in wharf-server. Try again. If it happens again, report the"
                                + " X-Request-Id and the request's path to the server's operator."
                        : "The request is not valid. See /docs for the form of this path.";
        };
    }
}
