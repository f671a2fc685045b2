package dev.wharf.http;

/** Is told of an account's rate limit. */
@FunctionalInterface
public interface RateLimitListener {
    /**
     * An answer told it. Called on the thread that made the call; must not throw.
     *
     * @param rate what it told
     */
    void told(RateLimit rate);
}
