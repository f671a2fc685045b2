package dev.wharf.http.resilience;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.RestFailure;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failure says about the other side. */
final class Faults {
    private static final int SERVER_ERROR = 500;

    private Faults() {}

    /** Whether the other side, or the way to it, failed; a refusal is none. */
    static boolean isItsFault(Throwable failure) {
        if (failure instanceof UnavailableException) {
            return !has(failure, InterruptedException.class);
        }
        return failure instanceof UnexpectedAnswerException
                && failure.getCause() instanceof RestFailure answer
                && answer.status() >= SERVER_ERROR;
    }

    /** Whether the same call may succeed soon. An unknown host, a certificate that is not trusted, or what a proxy refuses stays so. */
    static boolean mayPass(Throwable failure) {
        if (failure instanceof RateLimitedException) {
            return true;
        }
        return isItsFault(failure)
                && !has(failure, SSLException.class)
                && !has(failure, UnknownHostException.class)
                && !has(failure, UnresolvedAddressException.class)
                && !(failure.getCause() instanceof RestFailure answer && answer.status() < SERVER_ERROR);
    }

    /** How long the other side asks to be left alone. */
    static @Nullable Duration retryAfter(Throwable failure) {
        if (failure instanceof RateLimitedException limited) {
            return limited.retryAfter();
        }
        return failure instanceof UnavailableException away ? away.retryAfter() : null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
