package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.ALICE;
import static dev.wharf.testkit.CatalogSamples.BOB;
import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.connection;
import static dev.wharf.testkit.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.CatalogSamples.destination;
import static dev.wharf.testkit.CatalogSamples.hash;
import static dev.wharf.testkit.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.CatalogReads.Positioned;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface PackagesContract extends CatalogFixture {
    @Test
    default void a_package_comes_back_as_it_was_put_in() {
        ConnectorPackage original = new ConnectorPackage(
                new PackageId("happy_harmony"),
                null,
                ALICE,
                BOB,
                NOON,
                NOON.plus(1, ChronoUnit.MICROS),
                hash("archive"));

        boolean added = catalog().change(change -> change.insert(original));

        assertThat(added).isTrue();
        assertThat(catalog().findPackage(original.id())).contains(original);
        assertThat(items(catalog().listPackages(0, 10))).containsExactly(original);
    }

    @Test
    default void a_package_that_was_never_put_in_is_not_found() {
        assertThat(catalog().findPackage(new PackageId("nobody"))).isEmpty();
        assertThat(catalog().listPackages(0, 10)).isEmpty();
    }

    @Test
    default void a_taken_package_id_is_told_and_the_change_goes_on() {
        ConnectorPackage first = connectorPackage("first");
        catalog().change(change -> change.insert(first));

        boolean added = catalog().change(change -> {
            boolean again = change.insert(connectorPackage("first", "something else"));
            change.insert(connectorPackage("second"));
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().listPackages(0, 10))).containsExactly(first, connectorPackage("second"));
    }

    @Test
    default void the_connection_given_with_a_new_package_is_ignored() {
        ConnectorPackage claimsToBeBound = new ConnectorPackage(
                new PackageId("free"), new ConnectionId("ghost"), ALICE, ALICE, NOON, NOON, hash("free"));

        catalog().change(change -> change.insert(claimsToBeBound));

        assertThat(catalog().findPackage(claimsToBeBound.id()))
                .hasValueSatisfying(found -> assertThat(found.isBound()).isFalse());
    }

    @Test
    default void packages_are_listed_in_the_order_of_creation_whatever_their_ids() {
        for (String id : List.of("m", "z", "a", "Z", "0")) {
            catalog().change(change -> change.insert(connectorPackage(id)));
        }

        assertThat(catalog().listPackages(0, 10))
                .extracting(positioned -> positioned.item().id().value())
                .containsExactly("m", "z", "a", "Z", "0");
        assertThat(catalog().listPackages(0, 10))
                .extracting(Positioned::position)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(position -> position > 0);
    }

    @Test
    default void pages_of_packages_put_together_are_the_whole_list() {
        List<ConnectorPackage> all = IntStream.range(0, 25)
                .mapToObj(i -> connectorPackage("package-" + i))
                .toList();
        catalog().change(change -> {
            all.forEach(change::insert);
            return true;
        });

        List<ConnectorPackage> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Positioned<ConnectorPackage>> page = catalog().listPackages(after, 10);
            if (page.isEmpty()) {
                break;
            }
            read.addAll(items(page));
            sizes.add(page.size());
            after = page.get(page.size() - 1).position();
        }

        assertThat(read).isEqualTo(all);
        assertThat(sizes).containsExactly(10, 10, 5);
    }

    @Test
    default void deleting_what_was_read_neither_skips_nor_repeats_the_rest() {
        catalog().change(change -> {
            List.of("a", "b", "c", "d").forEach(id -> change.insert(connectorPackage(id)));
            return true;
        });
        List<Positioned<ConnectorPackage>> firstPage = catalog().listPackages(0, 2);
        catalog().change(change -> {
            items(firstPage).forEach(read -> change.deletePackage(read.id(), NOON));
            return true;
        });

        assertThat(items(catalog().listPackages(firstPage.get(1).position(), 2)))
                .containsExactly(connectorPackage("c"), connectorPackage("d"));
    }

    @Test
    default void the_position_of_a_deleted_package_is_never_given_again() {
        catalog().change(change -> change.insert(connectorPackage("old")));
        long position = catalog().listPackages(0, 1).get(0).position();
        catalog().change(change -> {
            change.deletePackage(new PackageId("old"), NOON);
            return true;
        });

        catalog().change(change -> change.insert(connectorPackage("new")));

        assertThat(items(catalog().listPackages(position, 1))).containsExactly(connectorPackage("new"));
    }

    @Test
    default void a_replaced_file_changes_hash_uploader_and_time_and_nothing_else() {
        ConnectorPackage before = connectorPackage("happy_harmony");
        catalog().change(change -> change.insert(before));
        catalog().change(change -> change.insert(connectorPackage("younger")));

        catalog().change(change -> {
            change.replaceFile(before.id(), hash("new"), BOB, NOON.plusSeconds(1));
            return true;
        });

        ConnectorPackage after =
                new ConnectorPackage(before.id(), null, ALICE, BOB, NOON, NOON.plusSeconds(1), hash("new"));
        assertThat(catalog().findPackage(before.id())).contains(after);
        assertThat(items(catalog().listPackages(0, 10))).containsExactly(after, connectorPackage("younger"));
    }

    @Test
    default void a_deleted_package_is_gone_and_its_id_free_again() {
        ConnectorPackage connectorPackage = connectorPackage("happy_harmony");
        catalog().change(change -> change.insert(connectorPackage));

        catalog().change(change -> {
            change.deletePackage(connectorPackage.id(), NOON);
            return true;
        });

        assertThat(catalog().findPackage(connectorPackage.id())).isEmpty();
        assertThat(catalog().<Boolean>change(change -> change.insert(connectorPackage)))
                .isTrue();
    }

    @Test
    default void deleting_a_bound_package_is_refused_and_names_the_connection() {
        catalog().change(change -> {
            change.insert(destination("warehouse"));
            change.insert(connectorPackage("bound"));
            return change.insert(connection("user", "bound"), false);
        });

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.deletePackage(new PackageId("bound"), NOON);
                    return true;
                }))
                .isInstanceOfSatisfying(PackageInUseException.class, refusal -> assertThat(refusal.connectionId())
                        .isEqualTo("user"));
        assertThat(catalog().findPackage(new PackageId("bound"))).isPresent();
    }
}
