package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted. The bounds are the REST API's own.
 *
 * @param limit the most items to return, 1 to 1000
 * @param cursor where to begin; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {
    /** The most items one page can be asked for. */
    public static final int MAX_LIMIT = 1000;

    /** How many items a page has when nothing is asked for. */
    public static final int DEFAULT_LIMIT = 100;

    /**
     * Checks the limit.
     *
     * @param limit the most items to return, 1 to 1000
     * @param cursor where to begin
     * @throws InvalidRequestException if the limit is out of bounds
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidRequestException("limit is " + limit + ".", "Give a number from 1 to " + MAX_LIMIT + ".");
        }
    }

    /**
     * The first page of a size.
     *
     * @param limit the most items to return, 1 to 1000
     * @return the request
     */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /**
     * Reads which page is wanted.
     *
     * @param limit the most items to return, as text; null for the usual
     * @param cursor where to begin; null or empty for the first page
     * @return the request
     * @throws InvalidRequestException if either cannot be
     */
    public static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : number(limit),
                cursor == null || cursor.isEmpty() ? null : new Cursor(cursor));
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit.strip());
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("limit is not a number.", "Give a number from 1 to " + MAX_LIMIT + ".");
        }
    }

    /**
     * The request for what follows a page.
     *
     * @param next the page's {@link Page#nextCursor()}
     * @return a request of the same limit
     */
    public PageRequest after(Cursor next) {
        return new PageRequest(limit, next);
    }
}
