package dev.wharf.port;

import dev.wharf.model.SealingKey;
import java.util.Optional;

/**
 * The keys that confidential values are sealed with. Asked only when a value is sealed or opened, so that where none can be
 * had everything else goes on. All processes over one catalog must have the same. Safe for use by many threads.
 */
public interface SealingKeys {
    /**
     * The key to seal with from now on; made, and kept durably, if there is none yet.
     *
     * @return the key
     * @throws dev.wharf.failure.StorageException if it cannot be read or made
     */
    SealingKey current();

    /**
     * Finds a key that something was sealed with.
     *
     * @param id the key's {@link SealingKey#id()}
     * @return the key, or empty if it is not here; none is made
     * @throws dev.wharf.failure.StorageException if keys cannot be read
     */
    Optional<SealingKey> find(String id);

    /**
     * One key and no other.
     *
     * @param key the key
     * @return the keys
     */
    static SealingKeys of(SealingKey key) {
        return new SealingKeys() {
            @Override
            public SealingKey current() {
                return key;
            }

            @Override
            public Optional<SealingKey> find(String id) {
                return Optional.of(key).filter(each -> each.id().equals(id));
            }
        };
    }

    /**
     * These keys, to open with, behind a newer one.
     *
     * @param newer the key to seal with from now on
     * @return the keys
     */
    default SealingKeys behind(SealingKey newer) {
        SealingKeys first = of(newer);
        SealingKeys older = this;
        return new SealingKeys() {
            @Override
            public SealingKey current() {
                return newer;
            }

            @Override
            public Optional<SealingKey> find(String id) {
                return first.find(id).or(() -> older.find(id));
            }
        };
    }
}
