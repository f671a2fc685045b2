package dev.wharf.server.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many credentials that are not known to be good are looked at: so many of one address, so many for one key from wherever,
 * and the first few that one address sends for one key in any case. The last is what keeps a key's owner in, where somebody
 * else tries the key or shares the address. Bounded in memory.
 *
 * <p>A look is taken before the credentials are, so that many at once are no way round it, and given back if they were good.
 */
final class Guesses {
    /** How many an address may send for a key whatever else happens. */
    static final int RESERVE = 3;
    /** How many an address may send, and a key be sent, at once. */
    static final int BURST = 10;
    /** After how long there is one more. */
    static final Duration STEP = Duration.ofSeconds(2);

    private static final Duration RESERVE_STEP = Duration.ofMinutes(10).dividedBy(RESERVE);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_PAIRS = 50_000;

    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> addresses = buckets(MOST_ADDRESSES);
    private final Cache<String, TokenBucket> keys = buckets(MOST_KEYS);
    private final Cache<Pair, TokenBucket> pairs = buckets(MOST_PAIRS);

    /**
     * Nobody has guessed yet.
     *
     * @param nanos a clock that never goes back
     */
    Guesses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Pair(String address, String key) {}

    /** What a look was taken from. */
    enum Look {
        RESERVED,
        COMMON,
        NONE
    }

    /** Takes a look, if there is one. */
    synchronized Look take(String address, String key) {
        Pair pair = new Pair(address, key);
        TokenBucket reserve = bucket(pairs, pair, RESERVE, RESERVE_STEP);
        TokenBucket ofAddress = bucket(addresses, address, BURST, STEP);
        TokenBucket ofKey = bucket(keys, key, BURST, STEP);
        if (!ofAddress.isEmpty() && !ofKey.isEmpty()) {
            addresses.put(address, ofAddress.less());
            keys.put(key, ofKey.less());
            return Look.COMMON;
        }
        if (!reserve.isEmpty()) {
            pairs.put(pair, reserve.less());
            return Look.RESERVED;
        }
        return Look.NONE;
    }

    /** The credentials were good: that look counts for nobody. */
    synchronized void giveBack(Look look, String address, String key) {
        if (look == Look.COMMON) {
            addresses.put(address, bucket(addresses, address, BURST, STEP).more());
            keys.put(key, bucket(keys, key, BURST, STEP).more());
        } else if (look == Look.RESERVED) {
            Pair pair = new Pair(address, key);
            pairs.put(pair, bucket(pairs, pair, RESERVE, RESERVE_STEP).more());
        }
    }

    /** When somebody at an address may try a key again. */
    synchronized Duration untilNext(String address, String key) {
        long now = nanos.getAsLong();
        Duration ofAddress = bucket(addresses, address, BURST, STEP).untilNext(now);
        Duration ofKey = bucket(keys, key, BURST, STEP).untilNext(now);
        return ofAddress.compareTo(ofKey) > 0 ? ofAddress : ofKey;
    }

    private <K> TokenBucket bucket(Cache<K, TokenBucket> of, K key, int most, Duration step) {
        long now = nanos.getAsLong();
        TokenBucket present = of.getIfPresent(key);
        return present == null ? TokenBucket.full(most, step, now) : present.at(now);
    }

    /** One that is full again is as good as none. */
    private static <K> Cache<K, TokenBucket> buckets(int most) {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(10))
                .maximumSize(most)
                .build();
    }
}
