package dev.wharf.server.request;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.model.Principal;
import dev.wharf.server.request.Guesses.Look;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;

/**
 * Finds out who calls, and looks at few of the credentials that somebody guesses. Nobody can lock out somebody else: credentials
 * that were good from an address within a day are looked at always, and the first few that an address sends for a key, too.
 */
@Singleton
class GuardedAuthentication {
    /** No key has a longer name; whatever is longer is one key that nobody has. */
    private static final int LONGEST_KEY = 100;

    private static final int LOCKS = 256;

    private final Authenticator authenticator;
    private final KnownCallers known = new KnownCallers();
    private final Guesses guesses;
    private final Object[] locks = new Object[LOCKS];

    @Inject
    GuardedAuthentication(Authenticator authenticator) {
        this(authenticator, System::nanoTime);
    }

    GuardedAuthentication(Authenticator authenticator, LongSupplier nanos) {
        this.authenticator = authenticator;
        this.guesses = new Guesses(nanos);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * Finds out who calls.
     *
     * @param address from where, see {@link CallerAddress}
     * @param sent what was sent
     * @return who it is
     * @throws NotAuthenticatedException if the credentials are not good
     * @throws RateLimitedException if they were not looked at, or are not good and more like them would not be looked at
     */
    Principal authenticate(String address, BasicCredentials sent) {
        if (known.isKnown(address, sent)) {
            return authenticateKnown(address, sent);
        }
        String key = sent.key().length() > LONGEST_KEY ? "" : sent.key();
        // One after the other for one key from one address: of many that come at once with good credentials, the first
        // makes
        // the others known.
        synchronized (locks[Math.floorMod((address + '\n' + key).hashCode(), LOCKS)]) {
            return known.isKnown(address, sent) ? authenticateKnown(address, sent) : authenticate(address, key, sent);
        }
    }

    private Principal authenticateKnown(String address, BasicCredentials sent) {
        try {
            return authenticator.authenticate(sent.key(), sent.secret());
        } catch (NotAuthenticatedException e) {
            // Revoked since: from now on like any other that is not good.
            known.forget(address, sent);
            throw e;
        }
    }

    private Principal authenticate(String address, String key, BasicCredentials sent) {
        Look look = guesses.take(address, key);
        if (look == Look.NONE) {
            throw tooMany(address, key);
        }
        boolean wrong = false;
        try {
            Principal principal = authenticator.authenticate(sent.key(), sent.secret());
            known.remember(address, sent);
            return principal;
        } catch (NotAuthenticatedException e) {
            wrong = true;
            throw look == Look.COMMON ? e : tooMany(address, key);
        } finally {
            if (!wrong) {
                guesses.giveBack(look, address, key);
            }
        }
    }

    private RateLimitedException tooMany(String address, String key) {
        return new RateLimitedException(
                "Too many wrong API keys or secrets were sent from this address, or for this" + " key.",
                "Wait, and check yours.",
                guesses.untilNext(address, key),
                null);
    }
}
