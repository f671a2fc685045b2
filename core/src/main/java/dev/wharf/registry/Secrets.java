package dev.wharf.registry;

import dev.wharf.failure.StorageException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.port.SealingKeys;
import dev.wharf.port.catalog.SecretRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configuration values of a hosted registry's connections, kept sealed; where there are no keys, not kept. */
final class Secrets {
    private static final String WHAT_TO_DO =
            "Give every process that uses this catalog the same WHARF_SECRETS_KEY, or the secrets.key of the same"
                    + " data directory. List replaced keys in WHARF_SECRETS_OLD_KEYS.";

    private final @Nullable SealingKeys keys;
    private final SecretSeal seal = new SecretSeal();

    Secrets(@Nullable SealingKeys keys) {
        this.keys = keys;
    }

    /** Keeps these instead of all that the connection had. */
    void replace(SecretRecords.Change records, ConnectionId connection, List<Secret> secrets) {
        records.replace(connection, List.of());
        if (keys == null || secrets.isEmpty()) {
            return;
        }
        // Else two processes with a key each would both go on, and neither could open what the other sealed.
        records.sealingKeys().forEach(id -> find(keys, id));
        SealingKey key = keys.current();
        records.replace(
                connection,
                secrets.stream()
                        .map(secret -> seal.seal(key, connection, secret))
                        .toList());
    }

    List<Secret> open(SecretRecords records, ConnectionId connection) {
        return records.list(connection).stream()
                .map(each -> open(connection, each))
                .toList();
    }

    private Secret open(ConnectionId connection, SealedSecret secret) {
        if (keys == null) {
            throw unknown(secret.keyId());
        }
        return seal.open(find(keys, secret.keyId()), connection, secret);
    }

    private static SealingKey find(SealingKeys keys, String id) {
        return keys.find(id).orElseThrow(() -> unknown(id));
    }

    private static StorageException unknown(String id) {
        return new StorageException(
                "Configuration values are encrypted with the key " + id + ". This process does not have that key.",
                WHAT_TO_DO,
                null);
    }
}
