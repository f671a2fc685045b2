package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.SealingKey;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a setting may be.
 *
 * @param words what to give, in words
 * @param check whether a property that is set is of this form
 */
public record SettingForm(String words, Check check) {
    private static final String KEY = "32 random bytes in base64, such as openssl rand -base64 32 makes";

    /** Never read here: one that is empty, or refers to a variable that is not set, is no mistake where nothing uses it. */
    static final SettingForm TEXT = new SettingForm("a text", (properties, name) -> true);

    static final SettingForm PATH = new SettingForm("a path", (properties, name) -> true);
    static final SettingForm TIME = of(Duration.class, SettingForm::isPositive, "a time such as 20s, 5m or 1h");
    static final SettingForm TIME_OR_NONE =
            of(Duration.class, time -> !time.isNegative(), "a time such as 0s, 500ms, 30s, 24h or 7d");
    static final SettingForm COUNT = of(Integer.class, number -> number > 0, "a number above 0");
    static final SettingForm CALLS = of(Long.class, number -> number > 0, "a number above 0");
    static final SettingForm COUNT_OR_NO_BOUND =
            of(Integer.class, number -> number >= 0, "a number, or 0 for no bound");
    static final SettingForm BYTES = of(Long.class, bytes -> bytes > 0, "a number of bytes above 0");
    static final SettingForm BYTES_OR_NONE = of(Long.class, bytes -> bytes >= 0, "a number of bytes");
    static final SettingForm SPEED = of(Long.class, speed -> speed >= 0, "a number of bytes a second");
    static final SettingForm SEALING_KEY = of(String.class, SettingForm::isKey, KEY);
    static final SettingForm SEALING_KEYS =
            of(String.class, keys -> Stream.of(keys.split(",", -1)).allMatch(SettingForm::isKey), KEY);
    static final SettingForm ADDRESS = of(
            URI.class,
            url -> url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
            "an address that begins with https:// or http:// and names a host");

    /** Looks at a property. */
    @FunctionalInterface
    public interface Check {
        /**
         * Whether it is of the form.
         *
         * @param properties all that is set
         * @param name the property, which is set
         * @return true if so
         */
        boolean holds(PropertyResolver properties, String name);
    }

    /** One of the constants, the last of which comes after "or". */
    static <E extends Enum<E>> SettingForm oneOf(Class<E> type) {
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return of(type, any -> true, all.substring(0, last) + " or" + all.substring(last + 1));
    }

    /** The same with something to say of how it is written. */
    SettingForm noting(String remark) {
        return new SettingForm(words + remark, check);
    }

    private static <T> SettingForm of(Class<T> type, Predicate<T> allowed, String words) {
        return new SettingForm(
                words,
                (properties, name) ->
                        properties.getProperty(name, type).filter(allowed).isPresent());
    }

    private static boolean isKey(String base64) {
        try {
            SealingKey.parse(base64);
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
