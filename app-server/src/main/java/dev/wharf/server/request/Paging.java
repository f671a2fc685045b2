package dev.wharf.server.request;

import dev.wharf.model.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads {@code limit} and {@code cursor} of a list. */
public final class Paging {
    private Paging() {}

    /**
     * Reads which page is wanted.
     *
     * @param limit as sent; null if not sent
     * @param cursor as sent; null if not sent
     * @return the page
     * @throws dev.wharf.failure.InvalidRequestException if either cannot be
     */
    public static PageRequest page(@Nullable String limit, @Nullable String cursor) {
        return PageRequest.parse(limit, cursor);
    }
}
