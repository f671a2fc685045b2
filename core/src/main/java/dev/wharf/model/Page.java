package dev.wharf.model;

import dev.wharf.failure.UnexpectedAnswerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items the page's items, in the list's order; never more than asked for
 * @param nextCursor where the next page begins; null on the last page
 * @param leftOut what the list has of which not even that much could be understood that it could be an item, a sentence each; then
 *     the items are not all there is
 */
public record Page<T>(List<T> items, @Nullable Cursor nextCursor, List<String> leftOut) {
    private static final int MOST_PAGES = 10_000;

    /**
     * Copies the items.
     *
     * @param items the page's items, in the list's order
     * @param nextCursor where the next page begins
     * @param leftOut what could not be understood
     */
    public Page {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A page that nothing was left out of.
     *
     * @param items the page's items, in the list's order
     * @param nextCursor where the next page begins; null on the last page
     */
    public Page(List<T> items, @Nullable Cursor nextCursor) {
        this(items, nextCursor, List.of());
    }

    /**
     * Reads every page to the end. All items are collected before this returns, so they may safely be deleted one by one
     * even where cursors count what they skip.
     *
     * @param <T> what is listed
     * @param list the list operation
     * @return all items
     * @throws UnexpectedAnswerException if the list has no end: a cursor comes again, or there are more than 10 000 pages
     */
    public static <T> List<T> collectAll(Function<PageRequest, Page<T>> list) {
        return collectWhole(list).items();
    }

    /**
     * Reads every page to the end, as {@link #collectAll} does, for whoever must know whether that is all there is.
     *
     * @param <T> what is listed
     * @param list the list operation
     * @return all items in one page, with what was left out of any
     * @throws UnexpectedAnswerException if the list has no end
     */
    public static <T> Page<T> collectWhole(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Set<Cursor> passed = new HashSet<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            Page<T> page = list.apply(request);
            all.addAll(page.items());
            leftOut.addAll(page.leftOut());
            Cursor next = page.nextCursor();
            if (next == null) {
                return new Page<>(all, null, leftOut);
            }
            if (!passed.add(next) || passed.size() >= MOST_PAGES) {
                throw new UnexpectedAnswerException(
                        "The registry's list does not end. It names a page again, or too many pages.", null);
            }
            request = request.after(next);
        }
    }
}
