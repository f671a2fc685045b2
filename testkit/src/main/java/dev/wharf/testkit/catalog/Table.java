package dev.wharf.testkit.catalog;

import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows by key, in the order in which they were added, each at a position that is never given again. */
final class Table<K, V> {
    private final Map<K, Positioned<V>> rows = new LinkedHashMap<>();
    private long lastPosition;

    Table() {}

    Table<K, V> copy() {
        Table<K, V> copy = new Table<>();
        copy.rows.putAll(rows);
        copy.lastPosition = lastPosition;
        return copy;
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key)).map(Positioned::item);
    }

    V existing(K key) {
        return find(key).orElseThrow(() -> new IllegalStateException("there is no " + key));
    }

    Stream<V> all() {
        return rows.values().stream().map(Positioned::item);
    }

    List<Positioned<V>> page(long after, int limit, Predicate<V> wanted) {
        return rows.values().stream()
                .filter(row -> row.position() > after && wanted.test(row.item()))
                .limit(limit)
                .toList();
    }

    boolean add(K key, V value) {
        return rows.putIfAbsent(key, new Positioned<>(++lastPosition, value)) == null;
    }

    /** Adds a row, or changes the one that is there. */
    void put(K key, V value) {
        if (!add(key, value)) {
            replace(key, value);
        }
    }

    void replace(K key, V value) {
        rows.computeIfPresent(key, (k, old) -> new Positioned<>(old.position(), value));
    }

    void remove(K key) {
        rows.remove(key);
    }
}
