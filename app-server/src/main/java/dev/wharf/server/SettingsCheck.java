package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.gateway.ArchiveInspection;
import dev.wharf.model.SealingKey;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SyncOutcome;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Refuses settings that cannot be. Where one cannot be read the framework takes the default without a word, and an operator
 * who asked for a grace of "7 days" would lose archives after one.
 */
final class SettingsCheck {
    private static final String KEY = "32 random bytes in base64, such as the output of openssl rand -base64 32";
    private static final String OUTCOMES = "PASS, WARN, FAIL, JOB_FAIL or OFF. In a YAML file, quote OFF";

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
        check("wharf.head-time", Duration.class, SettingsCheck::isPositive, "a time such as 20s or 1m");
        check("wharf.answer-patience", Duration.class, SettingsCheck::isPositive, "a time such as 20s or 2m");
        check("wharf.uploads-per-user", Integer.class, uploads -> uploads > 0, "a number above 0");
        check("wharf.connections-per-address", Integer.class, most -> most >= 0, "a number, or 0 for no limit");
        check("wharf.upload-patience", Duration.class, SettingsCheck::isPositive, "a time such as 20s or 1m");
        check("wharf.upload-min-speed", Long.class, speed -> speed >= 0, "a number of bytes a second");
        check(
                UpstreamSettings.URL,
                URI.class,
                url -> url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
                "an address that begins with https:// or http:// and names a host");
        check("wharf.upstream.timeout", Duration.class, SettingsCheck::isPositive, "a time such as 10s or 1m");
        check("wharf.upstream.max-wait", Duration.class, time -> !time.isNegative(), "a time such as 0s or 1m");
        check("wharf.upstream.attempts", Integer.class, attempts -> attempts > 0, "a number above 0");
        check("wharf.upstream.circuit-open", Duration.class, SettingsCheck::isPositive, "a time such as 30s or 5m");
        check("wharf.upstream.fresh", Duration.class, fresh -> !fresh.isNegative(), "a time such as 0s, 30s or 5m");
        check("wharf.upstream.fresh-lists", Duration.class, fresh -> !fresh.isNegative(), "a time such as 0s or 30s");
        check("wharf.upstream.patience", Duration.class, time -> !time.isNegative(), "a time such as 500ms or 5s");
        check("wharf.upstream.kept", Duration.class, time -> !time.isNegative(), "a time such as 1h or 7d");
        check("wharf.upstream.cache-bytes", Long.class, bytes -> bytes >= 0, "a number of bytes");
        check("wharf.upstream.checks", ArchiveInspection.class, any -> true, "OFF, WARN or REFUSE");
        check("wharf.secrets.key", String.class, SettingsCheck::isKey, KEY);
        check(
                "wharf.secrets.old-keys",
                String.class,
                keys -> Stream.of(keys.split(",", -1)).allMatch(SettingsCheck::isKey),
                KEY);
        check("wharf.setup-tests", SetupTestOutcome.class, any -> true, OUTCOMES);
        properties
                .getProperties("wharf.setup-test-outcomes", StringConvention.RAW)
                .keySet()
                .forEach(name ->
                        check("wharf.setup-test-outcomes." + name, SetupTestOutcome.class, any -> true, OUTCOMES));
        check("wharf.sync-time", Duration.class, time -> !time.isNegative(), "a time such as 0s, 500ms or 5s");
        check("wharf.sync-outcome", SyncOutcome.class, any -> true, "SUCCEED or FAIL");
        properties
                .getProperties("wharf.sync-outcomes", StringConvention.RAW)
                .keySet()
                .forEach(name ->
                        check("wharf.sync-outcomes." + name, SyncOutcome.class, any -> true, "SUCCEED or FAIL"));
        check("wharf.rate-limit", Long.class, calls -> calls > 0, "a number above 0");
        check("wharf.rate-limit-window", Duration.class, SettingsCheck::isPositive, "a time such as 10s or 1h");
        check("wharf.setup-test-limit", Long.class, calls -> calls > 0, "a number above 0");
        check("wharf.setup-test-window", Duration.class, SettingsCheck::isPositive, "a time such as 10s or 1m");
        check("wharf.upstream.lease", Duration.class, SettingsCheck::isPositive, "a time such as 30s or 1m");
        check("wharf.sweep-interval", Duration.class, SettingsCheck::isPositive, "a time such as 30m or 1h");
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

    private <T> void check(String name, Class<T> type, Predicate<T> allowed, String form) {
        if (properties.containsProperty(name)
                && properties.getProperty(name, type).filter(allowed).isEmpty()) {
            throw new InvalidRequestException(
                    "The setting " + name + " has a value that is not" + " valid.", "Give " + form + ".");
        }
    }
}
