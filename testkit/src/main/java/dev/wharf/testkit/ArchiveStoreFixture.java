package dev.wharf.testkit;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import java.io.IOException;
import java.time.Instant;

/** What the parts of {@link ArchiveStoreContract} run against. */
interface ArchiveStoreFixture {
    ArchiveStore store();

    ArchiveStore anotherStoreAtTheSamePlace();

    void corrupt(Sha256 sha256, byte[] bytes) throws IOException;

    void age(Sha256 sha256, Instant touchedAt) throws IOException;

    long leftovers() throws IOException;
}
