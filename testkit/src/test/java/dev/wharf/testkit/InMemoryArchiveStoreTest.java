package dev.wharf.testkit;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import java.time.Instant;

final class InMemoryArchiveStoreTest extends ArchiveStoreContract {
    private final InMemoryArchiveStore store = new InMemoryArchiveStore();

    @Override
    public ArchiveStore store() {
        return store;
    }

    @Override
    public ArchiveStore anotherStoreAtTheSamePlace() {
        return store;
    }

    @Override
    public void corrupt(Sha256 sha256, byte[] bytes) {
        store.corrupt(sha256, bytes);
    }

    @Override
    public void age(Sha256 sha256, Instant touchedAt) {
        store.touch(sha256, touchedAt);
    }

    @Override
    public long leftovers() {
        return 0;
    }
}
