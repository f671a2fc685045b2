package dev.wharf.server.error;

import dev.wharf.failure.WharfException;
import dev.wharf.http.wire.Envelope;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the failures of the domain, whose messages are made to be shown. */
@Singleton
class FailureHandler implements ExceptionHandler<WharfException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, WharfException failure) {
        FailureAnswer answer = FailureAnswer.to(failure);
        // That others are busy is no fault of this server's, and must not let callers fill its log.
        if (answer.status() == HttpStatus.INTERNAL_SERVER_ERROR || answer.status() == HttpStatus.BAD_GATEWAY) {
            LOG.error("{} {} failed: {}", request.getMethodName(), answer.code(), failure.getMessage(), failure);
        } else if (answer.status() == HttpStatus.INSUFFICIENT_STORAGE) {
            // Each request meets it, and the log may be on the same disk: where it was met is of no use.
            LOG.error("{} {}: {}", request.getMethodName(), answer.code(), failure.getMessage());
        }
        MutableHttpResponse<?> response = HttpResponse.status(answer.status())
                .body(new Envelope<>(answer.code(), failure.getMessage(), null))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        Duration retryAfter = answer.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        if (answer.status() == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"wharf\", charset=\"UTF-8\"");
        }
        return response;
    }
}
