package dev.wharf.gateway;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.UnavailableException;
import java.util.function.Supplier;

/** Asks the account behind a gateway. */
final class Upstream {
    private Upstream() {}

    /** What the account answers. That it refuses the gateway's credentials is no fault of the caller's, whose own are good. */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (NotAuthenticatedException e) {
            throw new UnavailableException(
                    "The account behind this gateway refuses the gateway's credentials.",
                    "Ask the gateway's operator to renew them.",
                    null,
                    e);
        }
    }
}
