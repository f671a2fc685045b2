package dev.wharf.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Too many calls; the same call will work later. */
public final class RateLimitedException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable Duration retryAfter;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param retryAfter how long to wait before the next attempt; null if not known
     * @param cause what led to it; null if nothing did
     */
    public RateLimitedException(String problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(problem, null, retryAfter, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param retryAfter how long to wait before the next attempt; null if not known
     * @param cause what led to it; null if nothing did
     */
    public RateLimitedException(
            String problem, @Nullable String hint, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(problem, hint, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @return the wait, or null if not known
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether the message already says how long to wait, in seconds, by whoever wrote it: this program, or the other side.
     *
     * @return true if it does; false too if nothing is known of it
     */
    public boolean saysWhen() {
        return retryAfter != null
                && Pattern.compile("(?<![\\d.,])" + retryAfter.toSeconds() + " ?s(?:ec(?:ond)?s?)?\\b")
                        .matcher(getMessage())
                        .find();
    }

    /**
     * The same failure with a message that says when to come back, once.
     *
     * @param now what the clock says
     * @return a failure whose message names the wait and the time it ends; this one if its message says so, or nothing is known
     */
    public RateLimitedException sayingWhen(Instant now) {
        if (retryAfter == null || saysWhen()) {
            return this;
        }
        String said = problem();
        // What the other side says need not end like a sentence.
        String end = said.isEmpty() || said.endsWith(".") || said.endsWith("!") ? "" : ".";
        RateLimitedException saying = new RateLimitedException(
                (said + end + " Try again in " + retryAfter.toSeconds() + " s, at "
                                + now.plus(retryAfter).truncatedTo(ChronoUnit.SECONDS) + ".")
                        .strip(),
                hint(),
                retryAfter,
                getCause());
        saying.addSuppressed(this);
        return saying;
    }
}
