package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.StorageException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.StagedArchive;
import dev.wharf.testkit.FaultyArchiveStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveSweepTest {
    private static final Duration GRACE = RegistrySettings.DEFAULT.archiveGrace();
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Harbour harbour = new Harbour();

    @Test
    void an_archive_that_a_package_refers_to_stays_for_ever() {
        harbour.upload("kept");
        harbour.clock.advance(Duration.ofDays(1000));

        assertThat(harbour.registry.sweep()).isZero();
        assertThat(harbour.archives()).containsExactly(Harbour.hash("kept"));
    }

    @Test
    void an_archive_that_was_let_go_of_stays_for_the_grace_and_no_longer() {
        ConnectorPackage deleted = harbour.upload("deleted");
        harbour.clock.advance(Duration.ofDays(1000));
        harbour.admin().packages().delete(deleted.id());

        harbour.clock.advance(GRACE);
        assertThat(harbour.registry.sweep()).isZero();

        harbour.clock.advance(MOMENT);
        assertThat(harbour.registry.sweep()).isEqualTo(1);
        assertThat(harbour.archives()).isEmpty();
        assertThat(harbour.registry.sweep()).isZero();
    }

    @Test
    void an_update_lets_go_of_the_file_before() {
        ConnectorPackage updated = harbour.upload("before");
        harbour.admin().packages().update(updated.id(), Harbour.archive("after"));
        harbour.clock.advance(GRACE.plus(GRACE));

        assertThat(harbour.registry.sweep()).isEqualTo(1);
        assertThat(harbour.archives()).containsExactly(Harbour.hash("after"));
    }

    @Test
    void an_archive_that_two_packages_refer_to_stays_until_both_let_go() {
        ConnectorPackage first = harbour.upload("same");
        ConnectorPackage second = harbour.upload("same");
        harbour.admin().packages().delete(first.id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        assertThat(harbour.registry.sweep()).isZero();

        harbour.admin().packages().delete(second.id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        assertThat(harbour.registry.sweep()).isEqualTo(1);
    }

    @Test
    void an_archive_whose_upload_never_became_a_package_goes_after_the_grace() {
        try (StagedArchive staged = harbour.store.stage(Harbour.archive("orphan"), 1000)) {
            assertThat(staged.publish().sha256()).isEqualTo(Harbour.hash("orphan"));
        }

        assertThat(harbour.registry.sweep()).isZero();
        harbour.clock.advance(GRACE.plus(MOMENT));
        assertThat(harbour.registry.sweep()).isEqualTo(1);
    }

    @Test
    void an_archive_that_is_uploaded_again_begins_a_new_life() {
        ConnectorPackage deleted = harbour.upload("again");
        harbour.admin().packages().delete(deleted.id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        harbour.upload("again");

        assertThat(harbour.registry.sweep()).isZero();
        assertThat(harbour.archives()).containsExactly(Harbour.hash("again"));
    }

    @Test
    void a_sweep_that_fails_at_any_step_loses_nothing_and_the_next_finishes_it() {
        for (int step = 1; ; step++) {
            Harbour shore = new Harbour();
            shore.upload("kept");
            shore.admin().packages().delete(shore.upload("deleted").id());
            shore.clock.advance(GRACE.plus(MOMENT));
            FaultyArchiveStore faulty = new FaultyArchiveStore(shore.store, step);

            try {
                shore.over(shore.catalog, faulty, RegistrySettings.DEFAULT).sweep();
            } catch (StorageException e) {
                assertThat(faulty.failedStep()).isNotNull();
            }

            assertThat(shore.archives()).contains(Harbour.hash("kept"));
            shore.registry.sweep();
            assertThat(shore.archives()).as(faulty.failedStep()).isEqualTo(List.of(Harbour.hash("kept")));
            if (faulty.failedStep() == null) {
                assertThat(step).isGreaterThan(3);
                return;
            }
        }
    }

    @Test
    void a_deleted_archive_can_be_uploaded_anew() {
        harbour.admin().packages().delete(harbour.upload("back").id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        harbour.registry.sweep();

        Sha256 hash = harbour.upload("back").sha256();

        assertThat(harbour.archives()).containsExactly(hash);
        harbour.clock.advance(GRACE.plus(MOMENT));
        assertThat(harbour.registry.sweep()).isZero();
    }
}
