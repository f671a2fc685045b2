package dev.wharf.jdbc;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import dev.wharf.port.catalog.SecretRecords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The configurations of connections, sealed. */
record SecretRows(Statements statements) implements SecretRecords.Change {
    static final String LIST =
            "SELECT name, key_id, sealed FROM connection_secrets WHERE connection_id = ? ORDER BY place";
    static final String NEXT_KEY = "SELECT key_id FROM connection_secrets WHERE key_id > ? ORDER BY key_id LIMIT 1";

    @Override
    public List<SealedSecret> list(ConnectionId connection) {
        return statements.list(
                LIST,
                row -> new SealedSecret(
                        SecretKeys.fromText(row.text("name")).get(0), row.text("key_id"), row.text("sealed")),
                connection);
    }

    @Override
    public void replace(ConnectionId connection, List<SealedSecret> secrets) {
        statements.update("DELETE FROM connection_secrets WHERE connection_id = ?", connection);
        for (int place = 0; place < secrets.size(); place++) {
            SealedSecret secret = secrets.get(place);
            statements.update(
                    "INSERT INTO connection_secrets (connection_id, place, name, key_id, sealed) VALUES (?, ?, ?, ?, ?)",
                    connection,
                    place,
                    SecretKeys.toText(List.of(secret.key())),
                    secret.keyId(),
                    secret.sealed());
        }
    }

    /** From key to key through the index, not through all that is sealed. */
    @Override
    public Set<String> sealingKeys() {
        Set<String> keys = new TreeSet<>();
        Optional<String> next = after("");
        while (next.isPresent()) {
            keys.add(next.get());
            next = after(next.get());
        }
        return keys;
    }

    private Optional<String> after(String key) {
        return statements.find(NEXT_KEY, row -> row.text("key_id"), key);
    }
}
