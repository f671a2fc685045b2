package dev.wharf.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a JSON object by the REST API's names: what an account tells, or is asked for, beside what the types of this package
 * have a component for. Nothing here interprets them; they are passed on as they came, explicit nulls included. Immutable.
 *
 * <p>A value is a {@link String}, a {@link Number}, a {@link Boolean}, null, a {@link List} of values, or a {@link Map} from names to
 * values. It never prints: it may be confidential.
 */
public final class Fields {
    /** No field at all. */
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, @Nullable Object> values;

    private Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * These fields.
     *
     * @param values from names to values; copied to the last list within
     * @return the fields, in the same order
     * @throws IllegalArgumentException if something within is no JSON value, such as a number that is infinite
     */
    public static Fields of(Map<String, ? extends @Nullable Object> values) {
        return values.isEmpty() ? NONE : new Fields(copyOf(values));
    }

    /**
     * Whether there is no field.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Whether there is a field of that name, be it null.
     *
     * @param name the name
     * @return true if there is one
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The value of a field.
     *
     * @param name the name
     * @return its value; null if there is no such field, or if it is null
     */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /**
     * The fields of an object within.
     *
     * @param name the object's name
     * @return its fields; none if there is no such object
     */
    public Fields within(String name) {
        return values.get(name) instanceof Map<?, ?> inner ? of(named(inner)) : NONE;
    }

    /**
     * All of them.
     *
     * @return from names to values; cannot be changed
     */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /**
     * These fields and one more, in place of the one of that name.
     *
     * @param name the name
     * @param value its value
     * @return the fields
     */
    public Fields with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return of(more);
    }

    /**
     * These fields and others, which win where both have a name; objects that both have are joined likewise.
     *
     * @param others the others
     * @return the fields
     */
    public Fields and(Fields others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, @Nullable Object> joined = new LinkedHashMap<>(values);
        others.values.forEach((name, value) -> joined.put(
                name,
                value instanceof Map<?, ?> && values.get(name) instanceof Map<?, ?>
                        ? within(name).and(others.within(name)).values
                        : value));
        return of(joined);
    }

    private static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(Objects.requireNonNull(name), copyOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("no number of JSON");
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> inner) {
            return copyOf(named(inner));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(copyOf(each)));
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
