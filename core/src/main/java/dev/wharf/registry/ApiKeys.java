package dev.wharf.registry;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ApiKey;
import dev.wharf.model.Principal;
import dev.wharf.port.ApiKeyCatalog;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API keys of a hosted registry: made, listed, revoked, and compared with what a caller sends. */
public final class ApiKeys {
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 16;
    private static final int MIN_CHOSEN_SECRET = 16;
    private static final Pattern CHOSEN_ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final ApiKeyCatalog catalog;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** Compared with when there is no such key, so that both refusals take the same work. */
    private final SecretHash decoy = SecretHash.of(randomHex(SECRET_BYTES), random);

    /**
     * The keys of a catalog.
     *
     * @param catalog keeps them
     * @param clock tells the time
     */
    public ApiKeys(ApiKeyCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A key and its secret, which can be read this once. Never prints the secret.
     *
     * @param key the key
     * @param secret the secret half of the credentials
     */
    public record Issued(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Issued[" + key + "]";
        }
    }

    /**
     * Makes a key with a random secret of 128 bits.
     *
     * @param principal on whose behalf it acts
     * @return the key and its secret
     */
    public Issued create(Principal principal) {
        while (true) {
            Issued issued = issue(randomHex(ID_BYTES), randomHex(SECRET_BYTES), principal);
            if (catalog.insertKey(issued.key())) {
                return issued;
            }
        }
    }

    /**
     * Makes the first key, if there is none at all.
     *
     * @param principal on whose behalf it acts
     * @return the key and its random secret, or empty if there were keys already
     */
    public Optional<Issued> createFirst(Principal principal) {
        Issued issued = issue(randomHex(ID_BYTES), randomHex(SECRET_BYTES), principal);
        return catalog.insertFirstKey(issued.key()) ? Optional.of(issued) : Optional.empty();
    }

    /**
     * Makes the first key from credentials an operator chose, if there is none at all.
     *
     * @param id the public half
     * @param secret the secret half, at least 16 characters
     * @param principal on whose behalf it acts
     * @return true if it was made, false if there were keys already
     * @throws InvalidRequestException if either half cannot be used; the message never shows the secret
     */
    public boolean createFirst(String id, String secret, Principal principal) {
        if (!CHOSEN_ID.matcher(id).matches()) {
            throw new InvalidRequestException(
                    "The first key's name must be 1 to 100 letters, digits, '_', '.' or '-'.");
        }
        if (secret.length() < MIN_CHOSEN_SECRET) {
            throw new InvalidRequestException(
                    "The first key's secret must have at least " + MIN_CHOSEN_SECRET + " characters.");
        }
        return catalog.insertFirstKey(issue(id, secret, principal).key());
    }

    /**
     * All keys, revoked ones too.
     *
     * @return the keys, the oldest first
     */
    public List<ApiKey> list() {
        return catalog.listKeys();
    }

    /**
     * Revokes a key. Once this returns, it opens nothing.
     *
     * @param id the key
     * @throws NotFoundException if there is no such key
     */
    public void revoke(String id) {
        if (!catalog.revokeKey(id, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw new NotFoundException(
                    NotFoundException.Resource.API_KEY,
                    "There is no such API key.",
                    "List the keys to see all of them.");
        }
    }

    /**
     * Finds out who sends these credentials. Takes the same work whether the key or the secret is wrong.
     *
     * @param id the public half, as sent
     * @param secret the secret half, as sent
     * @return on whose behalf the caller acts
     * @throws NotAuthenticatedException if the credentials are not good
     */
    public Principal authenticate(String id, String secret) {
        Optional<ApiKey> key = catalog.findKey(id);
        SecretHash hash = key.map(k -> SecretHash.parse(k.secretHash())).orElse(decoy);
        boolean right = hash.matches(secret);
        if (!right || key.isEmpty() || key.get().revokedAt() != null) {
            throw new NotAuthenticatedException(
                    "The API key or its secret is wrong.", "Check both, and that the key was not revoked.", null);
        }
        return key.get().principal();
    }

    private Issued issue(String id, String secret, Principal principal) {
        principal.user().checkForm();
        ApiKey key = new ApiKey(
                id,
                SecretHash.of(secret, random).text(),
                principal,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        return new Issued(key, secret);
    }

    private String randomHex(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
