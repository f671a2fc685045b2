package dev.wharf.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a connection had beside its package when a deploy was done: what the code could rely on. A journal has it among the words of
 * {@link DeployRecord#settings}, so that every journal there is can keep it: {@code python_version=3.13}, and
 * {@code configuration=KEY} for each key; {@code configuration=} alone says that the keys are known.
 *
 * @param pythonVersion the Python it ran under; null for the account's default
 * @param keys the keys of its configuration
 */
public record RanWith(@Nullable String pythonVersion, List<String> keys) {
    private static final String PYTHON = "python_version=";
    private static final String KEY = "configuration=";

    /**
     * Copies the list.
     *
     * @param pythonVersion the Python it ran under
     * @param keys the keys of its configuration
     */
    public RanWith {
        keys = List.copyOf(keys);
    }

    /**
     * What a record tells.
     *
     * @param settings the record's words
     * @return what it ran with; empty in records of older programs, which do not tell
     */
    public static Optional<RanWith> in(List<String> settings) {
        if (settings.stream().noneMatch(KEY::equals)) {
            return Optional.empty();
        }
        return Optional.of(new RanWith(
                rest(settings, PYTHON).findFirst().orElse(null),
                rest(settings, KEY).filter(key -> !key.isEmpty()).toList()));
    }

    /**
     * What a record tells of what was asked for.
     *
     * @param settings the record's words
     * @return those that are neither about what it ran with nor about its {@linkplain UploadMark upload}
     */
    public static List<String> asked(List<String> settings) {
        return settings.stream()
                .filter(word -> !word.startsWith(PYTHON) && !word.startsWith(KEY) && !UploadMark.isMark(word))
                .toList();
    }

    /**
     * Adds this to what was asked for.
     *
     * @param asked the names of what was asked for
     * @return the words for a record, as many as it takes; a version or a key too long for one, and what there is no room for, is
     *     left out
     */
    public List<String> among(List<String> asked) {
        Stream<String> python = pythonVersion == null ? Stream.empty() : Stream.of(PYTHON + pythonVersion);
        Stream<String> each = keys.stream().filter(key -> !key.isEmpty()).map(KEY::concat);
        Stream<String> had = Stream.concat(Stream.of(KEY), Stream.concat(python, each))
                .filter(word -> word.length() <= DeployRecord.MAX_WORD);
        return Stream.concat(asked(asked).stream(), had)
                .limit(DeployRecord.MAX_SETTINGS)
                .toList();
    }

    private static Stream<String> rest(List<String> settings, String prefix) {
        return settings.stream().filter(word -> word.startsWith(prefix)).map(word -> word.substring(prefix.length()));
    }
}
