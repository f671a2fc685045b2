package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.connection;
import static dev.wharf.testkit.CatalogSamples.destination;
import static dev.wharf.testkit.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.CatalogReads.Positioned;
import java.util.List;
import org.junit.jupiter.api.Test;

interface DestinationsContract extends CatalogFixture {
    @Test
    default void a_destination_comes_back_by_id_and_by_its_exact_name() {
        Destination original =
                new Destination(new DestinationId("warehouse"), new DestinationName("Größe des Lagers 倉庫"), NOON);

        assertThat(catalog().<Boolean>change(change -> change.insert(original))).isTrue();

        assertThat(catalog().findDestination(original.id())).contains(original);
        assertThat(catalog().findDestination(original.name())).contains(original);
        assertThat(catalog().findDestination(new DestinationName("größe des lagers 倉庫")))
                .isEmpty();
        assertThat(catalog().findDestination(new DestinationId("Warehouse"))).isEmpty();
    }

    @Test
    default void a_taken_destination_id_is_told_and_the_change_goes_on() {
        Destination first = destination("first");
        catalog().change(change -> change.insert(first));

        boolean added = catalog().change(change -> {
            boolean again = change.insert(new Destination(first.id(), new DestinationName("Other"), NOON));
            change.insert(destination("second"));
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().listDestinations(0, 10))).containsExactly(first, destination("second"));
    }

    @Test
    default void a_second_destination_of_one_name_is_refused() {
        Destination first = destination("first");
        catalog().change(change -> change.insert(first));

        assertThatThrownBy(() -> catalog()
                        .change(change ->
                                change.insert(new Destination(new DestinationId("second"), first.name(), NOON))))
                .isInstanceOf(ConflictException.class);
        assertThat(items(catalog().listDestinations(0, 10))).containsExactly(first);
    }

    @Test
    default void a_destination_takes_another_name_unless_one_has_it() {
        catalog().change(change -> {
            change.insert(destination("first"));
            return change.insert(destination("second"));
        });
        DestinationName other = new DestinationName("Other");

        catalog().change(change -> {
            change.rename(new DestinationId("first"), other);
            return true;
        });

        assertThat(catalog().findDestination(other))
                .contains(new Destination(
                        new DestinationId("first"), other, destination("first").createdAt()));
        assertThatThrownBy(() -> catalog().change(change -> {
                    change.rename(new DestinationId("second"), other);
                    return true;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(catalog().findDestination(new DestinationId("second"))).contains(destination("second"));
    }

    @Test
    default void destinations_are_paged_in_the_order_of_creation() {
        catalog().change(change -> {
            List.of("z", "m", "a").forEach(id -> change.insert(destination(id)));
            return true;
        });

        List<Positioned<Destination>> page = catalog().listDestinations(0, 2);

        assertThat(items(page)).containsExactly(destination("z"), destination("m"));
        assertThat(items(catalog().listDestinations(page.get(1).position(), 2))).containsExactly(destination("a"));
    }

    @Test
    default void a_deleted_destination_is_gone_and_its_name_free_again() {
        catalog().change(change -> change.insert(destination("warehouse")));

        catalog().change(change -> {
            change.deleteDestination(new DestinationId("warehouse"));
            return true;
        });

        assertThat(catalog().findDestination(new DestinationId("warehouse"))).isEmpty();
        assertThat(catalog().<Boolean>change(change -> change.insert(destination("warehouse"))))
                .isTrue();
    }

    @Test
    default void deleting_a_destination_that_a_connection_writes_to_is_refused() {
        catalog().change(change -> {
            change.insert(destination("warehouse"));
            return change.insert(connection("user", null), true);
        });

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.deleteDestination(new DestinationId("warehouse"));
                    return true;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(catalog().findDestination(new DestinationId("warehouse"))).isPresent();
    }
}
