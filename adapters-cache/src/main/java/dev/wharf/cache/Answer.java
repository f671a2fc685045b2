package dev.wharf.cache;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Page;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the account told.
 *
 * @param value what it is; null if there is no such thing
 * @param missing that there is no such thing; null if there is
 * @param at when the account was asked
 * @param outdated whether something was changed since that may have changed it
 */
record Answer(@Nullable Object value, @Nullable NotFoundException missing, Instant at, boolean outdated) {
    static Answer of(Object value, Instant at) {
        return new Answer(value, null, at, false);
    }

    /** Outdated from the beginning: that something is missing is asked again. */
    static Answer missing(NotFoundException failure, Instant at) {
        return new Answer(null, failure, at, true);
    }

    Answer asOutdated() {
        return outdated ? this : new Answer(value, missing, at, true);
    }

    Duration age(Instant now) {
        Duration age = Duration.between(at, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    int weight() {
        return value instanceof Page<?> page ? page.items().size() + 1 : 1;
    }
}
