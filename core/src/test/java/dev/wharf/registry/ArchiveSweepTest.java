package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.testkit.FaultyArchiveStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    /** As with no grace at all, or a clock that is far ahead. */
    @Test
    void an_upload_whose_archive_is_swept_before_it_is_recorded_is_refused() {
        ConnectorPackage present = harbour.upload("present");
        HostedRegistry swept = harbour.over(beforeChanges(this::sweepAll), harbour.store, RegistrySettings.DEFAULT);

        assertThatThrownBy(() -> Harbour.admin(swept).packages().create(Harbour.archive("new")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> Harbour.admin(swept).packages().update(present.id(), Harbour.archive("newer")))
                .isInstanceOf(StorageException.class);

        assertThat(harbour.packages()).containsExactly(present);
        assertThat(harbour.archives()).containsExactly(Harbour.hash("present"));
    }

    @Test
    void an_archive_that_is_recorded_while_a_sweep_is_under_way_stays() {
        harbour.upload("old");
        ConnectorPackage let = harbour.upload("again");
        harbour.admin().packages().delete(let.id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        PackageCatalog recording = beforeChanges(() -> {
            harbour.upload("again");
            harbour.store.touch(Harbour.hash("again"), Instant.EPOCH);
        });

        assertThat(harbour.over(recording, harbour.store, RegistrySettings.DEFAULT)
                        .sweep())
                .isZero();
        assertThat(harbour.archives()).contains(Harbour.hash("again"));
    }

    @Test
    void a_sweep_that_collides_with_another_change_counts_and_forgets_what_it_deleted() {
        harbour.admin().packages().delete(harbour.upload("deleted").id());
        harbour.clock.advance(GRACE.plus(MOMENT));
        PackageCatalog colliding = CollidingCatalog.behaving(harbour.catalog);

        assertThat(harbour.over(colliding, harbour.store, RegistrySettings.DEFAULT)
                        .sweep())
                .isEqualTo(1);
        assertThat(harbour.catalog.archives().isNeeded(Harbour.hash("deleted"), Instant.EPOCH))
                .isFalse();
    }

    /** With a clock of its own, ahead by more than any grace. */
    private void sweepAll() {
        InstantSource ahead = () -> harbour.clock.instant().plus(GRACE).plus(GRACE);
        new HostedRegistry(harbour.catalog, harbour.store, RegistrySettings.DEFAULT, ahead, entry -> {}).sweep();
    }

    private PackageCatalog beforeChanges(Runnable meanwhile) {
        PackageCatalog spied = mock(PackageCatalog.class, delegatesTo(harbour.catalog));
        doAnswer(call -> {
                    meanwhile.run();
                    return harbour.catalog.change(call.getArgument(0));
                })
                .when(spied)
                .change(any());
        return spied;
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
