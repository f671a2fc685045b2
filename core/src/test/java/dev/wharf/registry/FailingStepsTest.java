package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.testkit.FaultyArchiveStore;
import dev.wharf.testkit.SampleArchives;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FailingStepsTest {
    private final Harbour harbour = new Harbour();
    private final ConnectorPackage present = harbour.upload("present");

    /** Runs an operation over a store that fails at its first step, at its second, and so on until it succeeds. */
    private int failuresOf(Consumer<Account> operation) {
        List<AuditEntry> before = List.copyOf(harbour.announced);
        for (int step = 1; ; step++) {
            FaultyArchiveStore faulty = new FaultyArchiveStore(harbour.store, step);
            Account account = Harbour.admin(harbour.over(harbour.catalog, faulty, RegistrySettings.DEFAULT));
            try {
                operation.accept(account);
            } catch (StorageException e) {
                assertThat(faulty.failedStep()).isNotNull();
                assertThat(harbour.packages()).as(faulty.failedStep()).containsExactly(present);
                assertThat(harbour.announced).as(faulty.failedStep()).isEqualTo(before);
                assertThat(bytesOf(present)).as(faulty.failedStep()).isEqualTo(SampleArchives.connector("present"));
                continue;
            }
            return step - 1;
        }
    }

    private byte[] bytesOf(ConnectorPackage connectorPackage) {
        return bytesOf(harbour.admin(), connectorPackage);
    }

    private static byte[] bytesOf(Account account, ConnectorPackage connectorPackage) {
        try (ArchiveDownload download = account.packages().download(connectorPackage.id())) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new StorageException("The download failed.", e);
        }
    }

    @Test
    void an_upload_that_fails_at_any_step_leaves_no_package_and_the_next_one_works() {
        int failures = failuresOf(account -> account.packages().create(Harbour.archive("uploaded")));

        assertThat(failures).isGreaterThan(5);
        assertThat(harbour.packages())
                .map(ConnectorPackage::sha256)
                .containsExactly(Harbour.hash("present"), Harbour.hash("uploaded"));
        assertThat(bytesOf(harbour.packages().get(1))).isEqualTo(SampleArchives.connector("uploaded"));
    }

    @Test
    void an_update_that_fails_at_any_step_leaves_the_old_file_and_the_next_one_works() {
        int failures = failuresOf(account -> account.packages().update(present.id(), Harbour.archive("updated")));

        assertThat(failures).isGreaterThan(5);
        assertThat(harbour.packages()).map(ConnectorPackage::sha256).containsExactly(Harbour.hash("updated"));
        assertThat(bytesOf(present)).isEqualTo(SampleArchives.connector("updated"));
    }

    @Test
    void a_download_that_fails_at_any_step_changes_nothing_and_the_next_one_works() {
        int failures = failuresOf(
                account -> assertThat(bytesOf(account, present)).isEqualTo(SampleArchives.connector("present")));

        assertThat(failures).isGreaterThan(2);
    }

    @Test
    void a_catalog_that_fails_to_commit_leaves_no_trace_of_any_change() {
        List<AuditEntry> before = List.copyOf(harbour.announced);
        Account failing = Harbour.admin(
                harbour.over(CollidingCatalog.failing(harbour.catalog), harbour.store, RegistrySettings.DEFAULT));

        assertThatThrownBy(() -> failing.packages().create(Harbour.archive("lost")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> failing.packages().update(present.id(), Harbour.archive("lost")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> failing.packages().delete(present.id())).isInstanceOf(StorageException.class);

        assertThat(harbour.packages()).containsExactly(present);
        assertThat(harbour.announced).isEqualTo(before);
        assertThat(bytesOf(present)).isEqualTo(SampleArchives.connector("present"));
    }

    @Test
    void the_archive_of_an_upload_that_was_never_committed_is_swept_after_the_grace() {
        Account failing = Harbour.admin(
                harbour.over(CollidingCatalog.failing(harbour.catalog), harbour.store, RegistrySettings.DEFAULT));
        assertThatThrownBy(() -> failing.packages().create(Harbour.archive("lost")))
                .isInstanceOf(StorageException.class);
        assertThat(harbour.archives()).contains(Harbour.hash("lost"));

        harbour.clock.advance(RegistrySettings.DEFAULT.archiveGrace().plusMillis(1));
        harbour.registry.sweep();

        assertThat(harbour.archives()).containsExactly(Harbour.hash("present"));
    }
}
