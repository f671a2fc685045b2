package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items the page's items
 * @param nextCursor where the next page begins; absent on the last
 */
@Serdeable
public record Items<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<T> items,
        @JsonProperty("next_cursor") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {

    /**
     * Writes a page.
     *
     * @param <V> the value listed
     * @param <T> what it is written as
     * @param page the page
     * @param write writes one item
     * @return the page as JSON
     */
    public static <V, T> Items<T> of(Page<V> page, Function<V, T> write) {
        Cursor next = page.nextCursor();
        return new Items<>(page.items().stream().map(write).toList(), next == null ? null : next.value());
    }

    /**
     * Reads a page.
     *
     * @param <V> the value listed
     * @param read reads one item
     * @return the page
     */
    public <V> Page<V> page(Function<T, V> read) {
        List<T> all = items == null ? List.of() : items;
        return new Page<>(
                all.stream().map(read).toList(),
                nextCursor == null || nextCursor.isEmpty() ? null : new Cursor(nextCursor));
    }
}
