package dev.wharf.port;

import dev.wharf.model.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys of a hosted registry. Every method may throw {@link dev.wharf.failure.StorageException}. */
public interface ApiKeyCatalog {
    /**
     * Finds a key, revoked or not.
     *
     * @param id the public half of the credentials, as a client sent it: any text
     * @return the key, or empty
     */
    Optional<ApiKey> findKey(String id);

    /**
     * Lists all keys, revoked ones too, in the order of their creation.
     *
     * @return the keys
     */
    List<ApiKey> listKeys();

    /**
     * Adds a key; durable when this returns.
     *
     * @param key the key
     * @return false if the identifier is taken; then nothing was added
     */
    boolean insertKey(ApiKey key);

    /**
     * Adds a key if there is none at all, revoked or not; atomic, also against other processes.
     *
     * @param key the key
     * @return true if this was the first key and it was added
     */
    boolean insertFirstKey(ApiKey key);

    /**
     * Revokes a key; durable when this returns. Revoking it again changes nothing.
     *
     * @param id the key
     * @param at since when it no longer opens anything
     * @return false if there is no such key
     */
    boolean revokeKey(String id, Instant at);
}
