package dev.wharf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items the page's items, in the list's order; never more than asked for
 * @param nextCursor where the next page begins; null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor nextCursor) {
    /**
     * Copies the items.
     *
     * @param items the page's items, in the list's order
     * @param nextCursor where the next page begins
     */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Reads every page to the end. All items are collected before this returns, so they may safely be deleted one by one
     * even where cursors count what they skip.
     *
     * @param <T> what is listed
     * @param list the list operation
     * @return all items
     */
    public static <T> List<T> collectAll(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            Page<T> page = list.apply(request);
            all.addAll(page.items());
            Cursor next = page.nextCursor();
            if (next == null) {
                return all;
            }
            request = request.after(next);
        }
    }
}
