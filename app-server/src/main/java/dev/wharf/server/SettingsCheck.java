package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.registry.BindingPolicy;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Refuses settings that cannot be. Where one cannot be read the framework takes the default without a word, and an operator
 * who asked for a grace of "7 days" would lose archives after one.
 */
final class SettingsCheck {
    private final PropertyResolver properties;

    SettingsCheck(PropertyResolver properties) {
        this.properties = properties;
    }

    void run() {
        check("wharf.binding", BindingPolicy.class, any -> true, "SINGLE or SHARED");
        check("wharf.max-archive-bytes", Long.class, bytes -> bytes > 0, "a number of bytes above 0");
        check("wharf.concurrent-uploads", Integer.class, uploads -> uploads > 0, "a number above 0");
        check("wharf.archive-grace", Duration.class, grace -> !grace.isNegative(), "a time such as 90m, 24h or 7d");
        check("wharf.upload-time", Duration.class, SettingsCheck::isPositive, "a time such as 10m or 1h");
        check("wharf.sweep-interval", Duration.class, SettingsCheck::isPositive, "a time such as 30m or 1h");
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private <T> void check(String name, Class<T> type, Predicate<T> allowed, String form) {
        if (properties.containsProperty(name)
                && properties.getProperty(name, type).filter(allowed).isEmpty()) {
            throw new InvalidRequestException("The setting " + name + " cannot be what it is: give " + form + ".");
        }
    }
}
