package dev.wharf.http;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** What it means that no answer came, in words that say what to check. */
final class TransportFailures {
    private final Route route;
    private final Duration patience;

    /**
     * Failures of one way.
     *
     * @param route the way
     * @param patience how long it is waited while nothing arrives
     */
    TransportFailures(Route route, Duration patience) {
        this.route = route;
        this.patience = patience;
    }

    /** The connection was closed before an answer came. */
    UnavailableException closed() {
        return unreachable("it closed the connection", null);
    }

    /**
     * What the transport threw, as a failure where it is one. Reactor wraps checked exceptions: of the transport, or of the
     * archive's source, which the upload tells apart.
     */
    RuntimeException of(RuntimeException thrown, @Nullable Duration bound) {
        Throwable cause = Exceptions.unwrap(thrown);
        if (cause instanceof WharfException failure) {
            return failure;
        }
        WharfException ofProxy = ProxyFailures.explain(cause, route);
        if (ofProxy != null) {
            return ofProxy;
        }
        if (cause instanceof ReadTimeoutException || cause instanceof TimeoutException) {
            Duration waited = bound == null || bound.compareTo(patience) > 0 ? patience : bound;
            return unreachable("it did not answer within " + waited.toSeconds() + " seconds", cause);
        }
        if (cause instanceof InterruptedException) {
            return new UnavailableException("The call to the registry was interrupted.", "Try again.", null, cause);
        }
        Diagnosis distrust = TlsFailures.explain(cause, route.host(), route.authorities());
        if (distrust != null) {
            return new UnavailableException(distrust.problem(), distrust.hint(), null, cause);
        }
        return cause instanceof HttpClientException || cause instanceof IOException
                ? unreachable(reason(cause), cause)
                : thrown;
    }

    private UnavailableException unreachable(String why, @Nullable Throwable cause) {
        return new UnavailableException(
                "The registry at " + route.subject() + " cannot be reached: " + why + ".",
                "Check the URL, the network and the proxy.",
                null,
                cause);
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : Told.line(message);
    }
}
