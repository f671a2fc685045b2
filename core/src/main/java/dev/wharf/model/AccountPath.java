package dev.wharf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path of the REST API below {@code /v1}, for what is read of an account and this model has no type for.
 *
 * @param segments its parts, such as {@code groups}, {@code warehouse}, {@code users}; each as it is meant, not as an address has it
 * @param query what else is asked for, by its names, such as {@code limit}
 */
public record AccountPath(List<String> segments, Map<String, String> query) {
    /**
     * Copies both.
     *
     * @param segments its parts
     * @param query what else is asked for
     */
    public AccountPath {
        segments = List.copyOf(segments);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * A path that asks for nothing else.
     *
     * @param segments its parts
     * @return the path
     */
    public static AccountPath of(String... segments) {
        return new AccountPath(List.of(segments), Map.of());
    }

    /**
     * What else is asked for.
     *
     * @param name its name
     * @return its value; null if it is not asked for
     */
    public @Nullable String asked(String name) {
        return query.get(name);
    }

    @Override
    public String toString() {
        return "/v1/" + String.join("/", segments);
    }
}
