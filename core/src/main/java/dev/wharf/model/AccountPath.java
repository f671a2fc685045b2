package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of the REST API below {@code /v1}, for what is read of an account and this model has no type for.
 *
 * @param segments its parts, such as {@code groups}, {@code warehouse}, {@code users}; each as it is meant, not as an address has it
 * @param query what else is asked for, by its names, such as {@code limit}
 */
public record AccountPath(List<String> segments, Map<String, String> query) {
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]");

    /**
     * Copies both.
     *
     * @param segments its parts
     * @param query what else is asked for
     * @throws InvalidRequestException if a part would lead elsewhere, such as {@code ..}
     */
    public AccountPath {
        segments = List.copyOf(segments);
        if (!segments.stream().allMatch(AccountPath::isPart)) {
            throw new InvalidRequestException("A path of the API cannot have an empty part, or a part of dots only.");
        }
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * Whether something can be a part of a path, and leads nowhere else, however it is encoded.
     *
     * @param segment the part, as it is meant
     * @return false for an empty text, and for one or two dots, also between slashes, which some servers decode before they look
     */
    public static boolean isPart(String segment) {
        return !segment.isEmpty()
                && Arrays.stream(SLASHES.split(segment)).noneMatch(each -> each.equals(".") || each.equals(".."));
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
