package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a catalog must do with packages. Needs no other subject, so an adapter begins here. */
public interface PackageRecordsContract extends CatalogFixture {
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

        boolean added = catalog().change(change -> change.packages().insert(original));

        assertThat(added).isTrue();
        assertThat(catalog().packages().find(original.id())).contains(original);
        assertThat(items(catalog().packages().list(0, 10))).containsExactly(original);
    }

    @Test
    default void a_package_that_was_never_put_in_is_not_found() {
        assertThat(catalog().packages().find(new PackageId("nobody"))).isEmpty();
        assertThat(catalog().packages().list(0, 10)).isEmpty();
    }

    @Test
    default void a_taken_package_id_is_told_and_the_change_goes_on() {
        ConnectorPackage first = connectorPackage("first");
        catalog().change(change -> change.packages().insert(first));

        boolean added = catalog().change(change -> {
            boolean again = change.packages().insert(connectorPackage("first", "something else"));
            change.packages().insert(connectorPackage("second"));
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().packages().list(0, 10))).containsExactly(first, connectorPackage("second"));
    }

    @Test
    default void the_connection_given_with_a_new_package_is_ignored() {
        ConnectorPackage claimsToBeBound = new ConnectorPackage(
                new PackageId("free"), new ConnectionId("ghost"), ALICE, ALICE, NOON, NOON, hash("free"));

        catalog().change(change -> change.packages().insert(claimsToBeBound));

        assertThat(catalog().packages().find(claimsToBeBound.id()))
                .hasValueSatisfying(found -> assertThat(found.isBound()).isFalse());
    }

    @Test
    default void packages_are_listed_in_the_order_of_creation_whatever_their_ids() {
        for (String id : List.of("m", "z", "a", "Z", "0")) {
            catalog().change(change -> change.packages().insert(connectorPackage(id)));
        }

        assertThat(catalog().packages().list(0, 10))
                .extracting(positioned -> positioned.item().id().value())
                .containsExactly("m", "z", "a", "Z", "0");
        assertThat(catalog().packages().list(0, 10))
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
            all.forEach(change.packages()::insert);
            return true;
        });

        List<ConnectorPackage> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Positioned<ConnectorPackage>> page = catalog().packages().list(after, 10);
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
            List.of("a", "b", "c", "d").forEach(id -> change.packages().insert(connectorPackage(id)));
            return true;
        });
        List<Positioned<ConnectorPackage>> firstPage = catalog().packages().list(0, 2);
        catalog().change(change -> {
            items(firstPage).forEach(read -> change.packages().delete(read.id(), NOON));
            return true;
        });

        assertThat(items(catalog().packages().list(firstPage.get(1).position(), 2)))
                .containsExactly(connectorPackage("c"), connectorPackage("d"));
    }

    @Test
    default void the_position_of_a_deleted_package_is_never_given_again() {
        catalog().change(change -> change.packages().insert(connectorPackage("old")));
        long position = catalog().packages().list(0, 1).get(0).position();
        catalog().change(change -> {
            change.packages().delete(new PackageId("old"), NOON);
            return true;
        });

        catalog().change(change -> change.packages().insert(connectorPackage("new")));

        assertThat(items(catalog().packages().list(position, 1))).containsExactly(connectorPackage("new"));
    }

    @Test
    default void a_replaced_file_changes_hash_uploader_and_time_and_nothing_else() {
        ConnectorPackage before = connectorPackage("happy_harmony");
        catalog().change(change -> change.packages().insert(before));
        catalog().change(change -> change.packages().insert(connectorPackage("younger")));

        catalog().change(change -> {
            change.packages().replaceFile(before.id(), hash("new"), BOB, NOON.plusSeconds(1));
            return true;
        });

        ConnectorPackage after =
                new ConnectorPackage(before.id(), null, ALICE, BOB, NOON, NOON.plusSeconds(1), hash("new"));
        assertThat(catalog().packages().find(before.id())).contains(after);
        assertThat(items(catalog().packages().list(0, 10))).containsExactly(after, connectorPackage("younger"));
    }

    @Test
    default void a_deleted_package_is_gone_and_its_id_free_again() {
        ConnectorPackage connectorPackage = connectorPackage("happy_harmony");
        catalog().change(change -> change.packages().insert(connectorPackage));

        catalog().change(change -> {
            change.packages().delete(connectorPackage.id(), NOON);
            return true;
        });

        assertThat(catalog().packages().find(connectorPackage.id())).isEmpty();
        assertThat(catalog().<Boolean>change(change -> change.packages().insert(connectorPackage)))
                .isTrue();
    }

    @Test
    default void what_no_database_keeps_names_no_package() {
        for (String name : List.of("\u0000", "a\u0000b", "\ud800", "a\udc00b")) {
            assertThat(catalog().packages().find(new PackageId(name))).isEmpty();
        }
    }
}
