package dev.wharf.registry;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * New identifiers in two words, as the vendor's are. When the words drawn are taken again and again, 128 random bits are
 * added, which are never taken.
 */
final class Slugs {
    private static final int ATTEMPTS_WITH_WORDS = 4;
    private static final int ATTEMPTS = 8;

    private final RandomGenerator random;

    Slugs() {
        this(new SecureRandom());
    }

    Slugs(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Something that is added to a catalog under a new identifier.
     *
     * @param <T> what was added
     */
    @FunctionalInterface
    interface Insertion<T> {
        /** Adds it; null if the identifier is taken. */
        @Nullable
        T insert(String id);
    }

    /** Draws identifiers until one is free. */
    <T> T insertUnderNew(Insertion<T> insertion) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String words = SlugWords.adjective(random) + "_" + SlugWords.noun(random);
            T inserted = insertion.insert(attempt < ATTEMPTS_WITH_WORDS ? words : words + "_" + randomHex());
            if (inserted != null) {
                return inserted;
            }
        }
        throw new IllegalStateException("the catalog calls 128 random bits taken, again and again");
    }

    private String randomHex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
