package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.ALICE;
import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.CatalogSamples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.PackageId;
import dev.wharf.port.PackageCatalog.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

interface ArchiveReferencesContract extends CatalogFixture {
    /** No release is as late as this: only a reference can make an archive needed. */
    Instant AFTER_ALL = NOON.plus(365, ChronoUnit.DAYS);

    private void does(Consumer<Change> work) {
        catalog().change(change -> {
            work.accept(change);
            return true;
        });
    }

    private boolean referred(String content) {
        return catalog().needsArchive(hash(content), AFTER_ALL);
    }

    @Test
    default void an_archive_nobody_ever_referred_to_is_not_needed() {
        assertThat(catalog().needsArchive(hash("stray"), Instant.EPOCH)).isFalse();
    }

    @Test
    default void an_archive_is_needed_while_a_package_refers_to_it() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));

        assertThat(referred("archive")).isTrue();
        assertThat(catalog().needsArchive(hash("archive"), Instant.MAX)).isTrue();
    }

    @Test
    default void an_archive_let_go_of_by_deletion_is_needed_until_the_cutoff_passes_that_moment() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));

        does(change -> change.deletePackage(new PackageId("harmony"), NOON));

        assertThat(catalog().needsArchive(hash("archive"), Instant.MIN)).isTrue();
        assertThat(catalog().needsArchive(hash("archive"), NOON.minusSeconds(1)))
                .isTrue();
        assertThat(catalog().needsArchive(hash("archive"), NOON)).isTrue();
        assertThat(catalog().needsArchive(hash("archive"), NOON.plus(1, ChronoUnit.MICROS)))
                .isFalse();
        assertThat(catalog().needsArchive(hash("archive"), Instant.MAX)).isFalse();
    }

    @Test
    default void an_archive_let_go_of_by_replacement_is_needed_until_the_cutoff_passes_that_moment() {
        does(change -> change.insert(connectorPackage("harmony", "old")));

        does(change -> change.replaceFile(new PackageId("harmony"), hash("new"), ALICE, NOON));

        assertThat(catalog().needsArchive(hash("old"), NOON)).isTrue();
        assertThat(catalog().needsArchive(hash("old"), NOON.plus(1, ChronoUnit.MICROS)))
                .isFalse();
        assertThat(referred("new")).isTrue();
    }

    @Test
    default void replacing_a_file_by_the_same_bytes_does_not_let_go_of_them() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));

        does(change -> change.replaceFile(new PackageId("harmony"), hash("archive"), ALICE, NOON));

        assertThat(referred("archive")).isTrue();
    }

    @Test
    default void an_archive_of_two_packages_is_let_go_of_by_the_last_one() {
        does(change -> change.insert(connectorPackage("one", "archive")));
        does(change -> change.insert(connectorPackage("two", "archive")));

        does(change -> change.deletePackage(new PackageId("one"), NOON));
        assertThat(referred("archive")).isTrue();
        does(change -> change.replaceFile(new PackageId("two"), hash("new"), ALICE, NOON.plusSeconds(5)));

        assertThat(referred("archive")).isFalse();
        assertThat(catalog().needsArchive(hash("archive"), NOON.plusSeconds(5))).isTrue();
        assertThat(catalog().needsArchive(hash("archive"), NOON.plusSeconds(6))).isFalse();
    }

    @Test
    default void an_archive_referred_to_again_is_needed_and_its_last_release_counts() {
        does(change -> change.insert(connectorPackage("one", "archive")));
        does(change -> change.deletePackage(new PackageId("one"), NOON));

        does(change -> change.insert(connectorPackage("two", "archive")));
        assertThat(referred("archive")).isTrue();
        does(change -> change.deletePackage(new PackageId("two"), NOON.plusSeconds(5)));

        assertThat(referred("archive")).isFalse();
        assertThat(catalog().needsArchive(hash("archive"), NOON.plusSeconds(5))).isTrue();
        assertThat(catalog().needsArchive(hash("archive"), NOON.plusSeconds(6))).isFalse();
    }

    @Test
    default void a_forgotten_archive_is_not_needed() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));
        does(change -> change.deletePackage(new PackageId("harmony"), NOON));

        does(change -> {
            change.forgetArchive(hash("archive"));
            change.forgetArchive(hash("never heard of"));
        });

        assertThat(catalog().needsArchive(hash("archive"), NOON)).isFalse();
    }

    @Test
    default void forgetting_an_archive_that_is_referred_to_does_not_make_it_unneeded() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));

        does(change -> change.forgetArchive(hash("archive")));

        assertThat(referred("archive")).isTrue();
    }

    @Test
    default void a_change_sees_its_own_release() {
        does(change -> change.insert(connectorPackage("harmony", "archive")));

        boolean needed = catalog().change(change -> {
            change.deletePackage(new PackageId("harmony"), NOON);
            return change.needsArchive(hash("archive"), AFTER_ALL);
        });

        assertThat(needed).isFalse();
    }
}
