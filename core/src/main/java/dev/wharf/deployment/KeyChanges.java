package dev.wharf.deployment;

import dev.wharf.model.Secret;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a connection's configuration come and go. Values are never told.
 *
 * @param added keys that are new, sorted
 * @param removed keys that disappear, sorted
 * @param replaced keys that stay, with a value that may be another, sorted
 */
public record KeyChanges(List<String> added, List<String> removed, List<String> replaced) {
    /** None. */
    public static final KeyChanges NONE = new KeyChanges(List.of(), List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param added keys that are new
     * @param removed keys that disappear
     * @param replaced keys that stay
     */
    public KeyChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
    }

    /** Of a configuration that replaces all that is there; null replaces nothing. */
    static KeyChanges between(List<String> present, @Nullable List<Secret> asked) {
        if (asked == null) {
            return NONE;
        }
        Set<String> before = new TreeSet<>(present);
        Set<String> after = asked.stream().map(Secret::key).collect(Collectors.toCollection(TreeSet::new));
        return new KeyChanges(without(after, before), without(before, after), both(before, after));
    }

    private static List<String> without(Set<String> keys, Set<String> others) {
        return keys.stream().filter(key -> !others.contains(key)).toList();
    }

    private static List<String> both(Set<String> keys, Set<String> others) {
        return keys.stream().filter(others::contains).toList();
    }
}
