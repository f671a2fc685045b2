package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hosted registry's record of an API key. The secret itself is never stored, only its salted hash.
 *
 * @param id the public half of the credentials: what a client sends before the colon
 * @param secretHash the salted hash of the secret, in the format of the registry that made it; never printed
 * @param principal on whose behalf the key acts
 * @param createdAt when the key was made
 * @param revokedAt since when it no longer opens anything; null while it is good
 */
public record ApiKey(
        String id, String secretHash, Principal principal, Instant createdAt, @Nullable Instant revokedAt) {
    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + principal + "]";
    }
}
