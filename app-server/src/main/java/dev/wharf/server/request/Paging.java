package dev.wharf.server.request;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Cursor;
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
     * @throws InvalidRequestException if either cannot be
     */
    public static PageRequest page(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : number(limit),
                cursor == null || cursor.isEmpty() ? null : new Cursor(cursor));
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit.strip());
        } catch (NumberFormatException e) {
            throw new InvalidRequestException(
                    "limit is not a number: give one from 1 to " + PageRequest.MAX_LIMIT + ".");
        }
    }
}
