package dev.wharf.server.request;

import io.micronaut.core.annotation.Introspected;

/**
 * The body of a request that is JSON, or should be.
 *
 * @param text what was sent, all of it in UTF-8
 */
@Introspected
public record JsonText(String text) {
    /**
     * Whether nothing was sent.
     *
     * @return true if it has no character
     */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** It may hold what is confidential. */
    @Override
    public String toString() {
        return "JsonText";
    }
}
