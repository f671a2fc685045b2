package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a catalog must do with destinations. Needs no other subject. */
public interface DestinationRecordsContract extends CatalogFixture {
    @Test
    default void a_destination_comes_back_by_id_and_by_its_exact_name() {
        Destination original =
                new Destination(new DestinationId("warehouse"), new DestinationName("Größe des Lagers 倉庫"), NOON);

        assertThat(catalog().<Boolean>change(change -> change.destinations().insert(original)))
                .isTrue();

        assertThat(catalog().destinations().find(original.id())).contains(original);
        assertThat(catalog().destinations().find(original.name())).contains(original);
        assertThat(catalog().destinations().find(new DestinationName("größe des lagers 倉庫")))
                .isEmpty();
        assertThat(catalog().destinations().find(new DestinationId("Warehouse")))
                .isEmpty();
    }

    @Test
    default void a_taken_destination_id_is_told_and_the_change_goes_on() {
        Destination first = destination("first");
        catalog().change(change -> change.destinations().insert(first));

        boolean added = catalog().change(change -> {
            boolean again =
                    change.destinations().insert(new Destination(first.id(), new DestinationName("Other"), NOON));
            change.destinations().insert(destination("second"));
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().destinations().list(0, 10))).containsExactly(first, destination("second"));
    }

    @Test
    default void a_second_destination_of_one_name_is_refused() {
        Destination first = destination("first");
        catalog().change(change -> change.destinations().insert(first));

        assertThatThrownBy(() -> catalog().change(change -> change.destinations()
                        .insert(new Destination(new DestinationId("second"), first.name(), NOON))))
                .isInstanceOf(ConflictException.class);
        assertThat(items(catalog().destinations().list(0, 10))).containsExactly(first);
    }

    @Test
    default void a_destination_takes_another_name_unless_one_has_it() {
        catalog().change(change -> {
            change.destinations().insert(destination("first"));
            return change.destinations().insert(destination("second"));
        });
        DestinationName other = new DestinationName("Other");

        catalog().change(change -> {
            change.destinations().rename(new DestinationId("first"), other);
            return true;
        });

        assertThat(catalog().destinations().find(other))
                .contains(new Destination(
                        new DestinationId("first"), other, destination("first").createdAt()));
        assertThatThrownBy(() -> catalog().change(change -> {
                    change.destinations().rename(new DestinationId("second"), other);
                    return true;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(catalog().destinations().find(new DestinationId("second"))).contains(destination("second"));
    }

    @Test
    default void destinations_are_paged_in_the_order_of_creation() {
        catalog().change(change -> {
            List.of("z", "m", "a").forEach(id -> change.destinations().insert(destination(id)));
            return true;
        });

        List<Positioned<Destination>> page = catalog().destinations().list(0, 2);

        assertThat(items(page)).containsExactly(destination("z"), destination("m"));
        assertThat(items(catalog().destinations().list(page.get(1).position(), 2)))
                .containsExactly(destination("a"));
    }

    @Test
    default void a_deleted_destination_is_gone_and_its_name_free_again() {
        catalog().change(change -> change.destinations().insert(destination("warehouse")));

        catalog().change(change -> {
            change.destinations().delete(new DestinationId("warehouse"));
            return true;
        });

        assertThat(catalog().destinations().find(new DestinationId("warehouse")))
                .isEmpty();
        assertThat(catalog().<Boolean>change(change -> change.destinations().insert(destination("warehouse"))))
                .isTrue();
    }

    @Test
    default void what_no_database_keeps_names_no_destination() {
        for (String name : List.of("\u0000", "a\u0000b", "\ud800", "a\udc00b")) {
            assertThat(catalog().destinations().find(new DestinationId(name))).isEmpty();
        }
    }

    @Test
    default void several_destinations_are_found_at_once() {
        catalog().change(change -> {
            List.of("first", "second", "third")
                    .forEach(id -> change.destinations().insert(destination(id)));
            return true;
        });

        assertThat(catalog()
                        .destinations()
                        .find(List.of(
                                new DestinationId("third"),
                                new DestinationId("never_was"),
                                new DestinationId("first"))))
                .containsExactlyInAnyOrder(destination("first"), destination("third"));
        assertThat(catalog().destinations().find(List.of())).isEmpty();
    }

    @Test
    default void a_taken_id_is_told_even_if_its_name_is_taken_too() {
        catalog().change(change -> change.destinations().insert(destination("first")));

        assertThat(catalog().<Boolean>change(change -> change.destinations().insert(destination("first"))))
                .isFalse();
    }

    @Test
    default void a_destination_may_be_given_the_name_that_it_has() {
        Destination first = destination("first");
        catalog().change(change -> change.destinations().insert(first));

        catalog().change(change -> {
            change.destinations().rename(first.id(), first.name());
            return true;
        });

        assertThat(catalog().destinations().find(first.id())).contains(first);
    }
}
