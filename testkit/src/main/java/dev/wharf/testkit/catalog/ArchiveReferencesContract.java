package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.PackageCatalog.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which archives a catalog needs. Needs packages. */
public interface ArchiveReferencesContract extends CatalogFixture {
    /** No release is as late as this: only a reference can make an archive needed. */
    Instant AFTER_ALL = NOON.plus(365, ChronoUnit.DAYS);

    private void does(Consumer<Change> work) {
        catalog().change(change -> {
            work.accept(change);
            return true;
        });
    }

    private boolean referred(String content) {
        return catalog().archives().isNeeded(hash(content), AFTER_ALL);
    }

    @Test
    default void an_archive_nobody_ever_referred_to_is_not_needed() {
        assertThat(catalog().archives().isNeeded(hash("stray"), Instant.EPOCH)).isFalse();
    }

    @Test
    default void an_archive_is_needed_while_a_package_refers_to_it() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));

        assertThat(referred("archive")).isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), Instant.MAX)).isTrue();
    }

    @Test
    default void an_archive_let_go_of_by_deletion_is_needed_until_the_cutoff_passes_that_moment() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));

        does(change -> change.packages().delete(new PackageId("harmony"), NOON));

        assertThat(catalog().archives().isNeeded(hash("archive"), Instant.MIN)).isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.minusSeconds(1)))
                .isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON)).isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plus(1, ChronoUnit.MICROS)))
                .isFalse();
        assertThat(catalog().archives().isNeeded(hash("archive"), Instant.MAX)).isFalse();
    }

    @Test
    default void an_archive_let_go_of_by_replacement_is_needed_until_the_cutoff_passes_that_moment() {
        does(change -> change.packages().insert(connectorPackage("harmony", "old")));

        does(change -> change.packages().replaceFile(new PackageId("harmony"), hash("new"), ALICE, NOON));

        assertThat(catalog().archives().isNeeded(hash("old"), NOON)).isTrue();
        assertThat(catalog().archives().isNeeded(hash("old"), NOON.plus(1, ChronoUnit.MICROS)))
                .isFalse();
        assertThat(referred("new")).isTrue();
    }

    @Test
    default void replacing_a_file_by_the_same_bytes_does_not_let_go_of_them() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));

        does(change -> change.packages().replaceFile(new PackageId("harmony"), hash("archive"), ALICE, NOON));

        assertThat(referred("archive")).isTrue();
    }

    @Test
    default void an_archive_of_two_packages_is_let_go_of_by_the_last_one() {
        does(change -> change.packages().insert(connectorPackage("one", "archive")));
        does(change -> change.packages().insert(connectorPackage("two", "archive")));

        does(change -> change.packages().delete(new PackageId("one"), NOON));
        assertThat(referred("archive")).isTrue();
        does(change -> change.packages().replaceFile(new PackageId("two"), hash("new"), ALICE, NOON.plusSeconds(5)));

        assertThat(referred("archive")).isFalse();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plusSeconds(5)))
                .isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plusSeconds(6)))
                .isFalse();
    }

    @Test
    default void an_archive_referred_to_again_is_needed_and_its_last_release_counts() {
        does(change -> change.packages().insert(connectorPackage("one", "archive")));
        does(change -> change.packages().delete(new PackageId("one"), NOON));

        does(change -> change.packages().insert(connectorPackage("two", "archive")));
        assertThat(referred("archive")).isTrue();
        does(change -> change.packages().delete(new PackageId("two"), NOON.plusSeconds(5)));

        assertThat(referred("archive")).isFalse();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plusSeconds(5)))
                .isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plusSeconds(6)))
                .isFalse();
    }

    @Test
    default void a_forgotten_archive_is_not_needed() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));
        does(change -> change.packages().delete(new PackageId("harmony"), NOON));

        does(change -> {
            change.archives().forget(hash("archive"));
            change.archives().forget(hash("never heard of"));
        });

        assertThat(catalog().archives().isNeeded(hash("archive"), NOON)).isFalse();
    }

    @Test
    default void forgetting_an_archive_that_is_referred_to_does_not_make_it_unneeded() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));

        does(change -> change.archives().forget(hash("archive")));

        assertThat(referred("archive")).isTrue();
    }

    @Test
    default void a_change_sees_its_own_release() {
        does(change -> change.packages().insert(connectorPackage("harmony", "archive")));

        boolean needed = catalog().change(change -> {
            change.packages().delete(new PackageId("harmony"), NOON);
            return change.archives().isNeeded(hash("archive"), AFTER_ALL);
        });

        assertThat(needed).isFalse();
    }

    @Test
    default void of_several_moments_the_one_noted_last_counts() {
        does(change -> change.packages().insert(connectorPackage("one", "archive")));
        does(change -> change.packages().delete(new PackageId("one"), NOON.plusSeconds(5)));
        does(change -> change.packages().insert(connectorPackage("two", "archive")));
        does(change -> change.packages().delete(new PackageId("two"), NOON));

        assertThat(catalog().archives().isNeeded(hash("archive"), NOON)).isTrue();
        assertThat(catalog().archives().isNeeded(hash("archive"), NOON.plusSeconds(1)))
                .isFalse();
    }
}
