package dev.wharf.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a setting is after it was asked for, or was not. */
final class Asked {
    private Asked() {}

    static <T> @Nullable T of(@Nullable T asked, @Nullable T present, boolean cleared) {
        if (asked != null) {
            return asked;
        }
        return cleared ? null : present;
    }

    /** As clients of the API do, an empty text lets go of what was there. */
    static @Nullable String text(@Nullable String asked, @Nullable String present, boolean cleared) {
        String result = of(asked, present, cleared);
        return result == null || result.isEmpty() ? null : result;
    }

    /** What becomes of a connection; what is not asked for stays as it is. */
    static Connection changed(Connection connection, ConnectionSettings asked) {
        List<Secret> secrets = asked.secrets();
        Set<String> cleared = asked.cleared();
        return new Connection(
                connection.id(),
                connection.destinationId(),
                connection.name(),
                of(asked.packageId(), connection.packageId(), cleared.contains("config.package_id")),
                text(asked.pythonVersion(), connection.pythonVersion(), cleared.contains("config.python_version")),
                asked.paused() == null ? connection.paused() : asked.paused(),
                of(asked.syncFrequencyMinutes(), connection.syncFrequencyMinutes(), cleared.contains("sync_frequency")),
                of(asked.naming(), connection.naming(), false),
                connection.networking().changedBy(asked.networking(), cleared),
                connection.schedule().changedBy(asked.schedule(), cleared),
                secrets == null
                        ? connection.secretKeys()
                        : secrets.stream().map(Secret::key).toList(),
                List.of(),
                connection.status(),
                connection.createdBy(),
                connection.createdAt(),
                connection.others().and(asked.others()));
    }
}
