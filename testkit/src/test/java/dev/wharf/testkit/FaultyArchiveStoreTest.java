package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultyArchiveStoreTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final Sha256 HASH = Sha256.of(BYTES);

    @Test
    void every_step_of_every_call_fails_once_in_its_turn() {
        List<String> failed = new ArrayList<>();
        FaultyArchiveStore store;
        int step = 0;
        do {
            store = new FaultyArchiveStore(new InMemoryArchiveStore(), ++step);
            try {
                useEverything(store);
            } catch (StorageException | IOException e) {
                assertThat(e).hasMessageContaining(String.valueOf(store.failedStep()));
            }
            if (store.failedStep() != null) {
                failed.add(store.failedStep().replaceAll("step \\d+ ", ""));
            }
        } while (store.failedStep() != null);

        assertThat(failed)
                .containsExactly(
                        "(stage)",
                        "(read of the source)",
                        "(read of the source)",
                        "(publish)",
                        "(find)",
                        "(openChannel)",
                        "(read of a channel)",
                        "(read of a channel)",
                        "(list)",
                        "(entry)",
                        "(delete)");
        assertThat(store.steps()).isEqualTo(failed.size());
    }

    @Test
    void a_step_that_fails_has_had_no_effect() {
        InMemoryArchiveStore inner = new InMemoryArchiveStore();
        FaultyArchiveStore store = new FaultyArchiveStore(inner, 4);
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 3)) {
            assertThatThrownBy(staged::publish).isInstanceOf(StorageException.class);
        }

        assertThat(inner.find(HASH)).isEmpty();
    }

    @Test
    void without_a_step_to_fail_it_is_the_store_behind() throws IOException {
        FaultyArchiveStore store = new FaultyArchiveStore(new InMemoryArchiveStore(), 0);

        useEverything(store);

        assertThat(store.failedStep()).isNull();
        assertThat(store.find(HASH)).isEmpty();
    }

    private static void useEverything(ArchiveStore store) throws IOException {
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 3)) {
            assertThat(staged.publish().sha256()).isEqualTo(HASH);
        }
        StoredArchive found = store.find(HASH).orElseThrow();
        try (InputStream in = found.open()) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
        store.forEach(entry -> assertThat(entry.length()).isEqualTo(3));
        assertThat(store.deleteIfUntouchedSince(HASH, Instant.MAX)).isTrue();
    }
}
