package dev.wharf.server.error;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** A request refused for its form, before the domain sees it. Its message is made to be shown; the framework's are not. */
public final class RequestRefusal extends HttpStatusException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param status the status to answer with
     * @param message what is wrong and what to do
     */
    public RequestRefusal(HttpStatus status, String message) {
        super(status, message);
    }
}
