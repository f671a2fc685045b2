package dev.wharf.testkit.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import dev.wharf.port.catalog.SecretRecords;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sealed configurations in memory. */
record KeptSecrets(Supplier<Tables> tables) implements SecretRecords.Change {
    @Override
    public List<SealedSecret> list(ConnectionId id) {
        return tables.get().secrets().find(id).orElse(List.of());
    }

    @Override
    public void replace(ConnectionId id, List<SealedSecret> secrets) {
        tables.get().secrets().put(id, List.copyOf(secrets));
    }

    @Override
    public Set<String> sealingKeys() {
        return tables.get()
                .secrets()
                .all()
                .flatMap(List::stream)
                .map(SealedSecret::keyId)
                .collect(Collectors.toSet());
    }
}
