package dev.wharf.jdbc;

import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs SQL statements: all on one connection within a change, each on one of its own outside. */
interface Statements {
    /**
     * Reads rows.
     *
     * @return what was made of each; nothing at all where something is asked for that no row can have
     */
    <T> List<T> list(String sql, Row.Reading<T> reading, @Nullable Object... arguments);

    /**
     * Runs a statement that changes rows.
     *
     * @return how many
     * @throws IllegalStateException outside a change
     */
    int update(String sql, @Nullable Object... arguments);

    /** As many question marks, for a list of values. */
    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    default <T> Optional<T> find(String sql, Row.Reading<T> reading, @Nullable Object... arguments) {
        return list(sql, reading, arguments).stream().findFirst();
    }

    default boolean exists(String sql, @Nullable Object... arguments) {
        return !list(sql, row -> true, arguments).isEmpty();
    }

    default <T> List<Positioned<T>> page(String sql, Row.Reading<T> reading, @Nullable Object... arguments) {
        return list(sql, row -> new Positioned<>(row.position(), reading.of(row)), arguments);
    }

    /** Changes the one row that the caller of the port promised is there. */
    default void updateExisting(Object what, String sql, @Nullable Object... arguments) {
        if (update(sql, arguments) != 1) {
            throw new IllegalStateException("there is no " + what);
        }
    }
}
