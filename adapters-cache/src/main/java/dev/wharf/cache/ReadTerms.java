package dev.wharf.cache;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one reader wants.
 *
 * @param maxAge how old an answer may be to be given without asking, where {@link CacheSettings} allow as much; null for as much as
 *     they allow
 * @param old whether an older one may be given when the account is slow or cannot be asked
 * @param told told of each answer how old it is, on the reader's thread
 */
public record ReadTerms(@Nullable Duration maxAge, boolean old, Consumer<Freshness> told) {
    /** Whatever {@link CacheSettings} say. */
    public static final ReadTerms DEFAULT = new ReadTerms(null, true, freshness -> {});

    /** Nothing but what the account tells now. */
    public static final ReadTerms ASKING = new ReadTerms(Duration.ZERO, false, freshness -> {});

    /** How old an answer may be that is given without asking. */
    Duration allowed(Duration fresh) {
        return maxAge == null || fresh.compareTo(maxAge) < 0 ? fresh : maxAge;
    }

    boolean alwaysAsks() {
        return !old && maxAge != null && maxAge.isZero();
    }
}
