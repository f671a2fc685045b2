package dev.wharf.jdbc;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The configurations of connections, sealed. */
record SecretRows(Session session) {
    static final String LIST =
            "SELECT name, key_id, sealed FROM connection_secrets WHERE connection_id = ? ORDER BY place";
    static final String NEXT_KEY = "SELECT key_id FROM connection_secrets WHERE key_id > ? ORDER BY key_id LIMIT 1";

    List<SealedSecret> list(ConnectionId connection) {
        return session.list(
                LIST,
                row -> new SealedSecret(
                        SecretKeys.fromText(row.text("name")).get(0), row.text("key_id"), row.text("sealed")),
                connection);
    }

    void replace(ConnectionId connection, List<SealedSecret> secrets) {
        session.update("DELETE FROM connection_secrets WHERE connection_id = ?", connection);
        for (int place = 0; place < secrets.size(); place++) {
            SealedSecret secret = secrets.get(place);
            session.update(
                    "INSERT INTO connection_secrets (connection_id, place, name, key_id, sealed) VALUES (?, ?, ?, ?, ?)",
                    connection,
                    place,
                    SecretKeys.toText(List.of(secret.key())),
                    secret.keyId(),
                    secret.sealed());
        }
    }

    /** From key to key through the index, not through all that is sealed. */
    Set<String> sealingKeys() {
        Set<String> keys = new TreeSet<>();
        Optional<String> next = after("");
        while (next.isPresent()) {
            keys.add(next.get());
            next = after(next.get());
        }
        return keys;
    }

    private Optional<String> after(String key) {
        return session.find(NEXT_KEY, row -> row.text("key_id"), key);
    }
}
