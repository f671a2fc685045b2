package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.destinations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import org.junit.jupiter.api.Test;

interface AccountDestinationsContract extends AccountFixture {
    @Test
    default void a_destination_reads_back_as_it_was_created() {
        Destination created = destination(admin(), "Größe des Lagers 1.0");

        assertThat(created.name()).isEqualTo(new DestinationName("Größe des Lagers 1.0"));
        assertThat(admin().destinations().retrieve(created.id())).isEqualTo(created);
        assertThat(destinations(admin())).containsExactly(created);
    }

    @Test
    default void a_second_destination_of_one_name_is_refused_by_the_account() {
        Destination first = destination(admin(), "Warehouse");

        assertThatThrownBy(() -> destination(admin(), "Warehouse")).isInstanceOf(ConflictException.class);

        assertThat(destinations(admin())).containsExactly(first);
    }

    @Test
    default void a_destination_can_be_given_another_name_that_no_other_has() {
        Destination lake = destination(admin(), "Lake");
        Destination made = destination(admin(), "Warehouse");

        Destination renamed = admin().destinations().rename(made.id(), new DestinationName("Storehouse"));

        assertThat(renamed).isEqualTo(new Destination(made.id(), new DestinationName("Storehouse"), made.createdAt()));
        assertThat(admin().destinations().retrieve(made.id())).isEqualTo(renamed);
        assertThatThrownBy(() -> admin().destinations().rename(made.id(), lake.name()))
                .isInstanceOf(ConflictException.class);
        assertThat(admin().destinations().rename(made.id(), renamed.name())).isEqualTo(renamed);
    }

    @Test
    default void a_destination_that_a_connection_writes_to_stays() {
        Destination destination = destination(admin(), "Warehouse");
        Connection connection = connect(admin(), destination, "user", null);

        assertThatThrownBy(() -> admin().destinations().delete(destination.id()))
                .isInstanceOf(ConflictException.class);
        assertThat(destinations(admin())).containsExactly(destination);

        admin().connections().delete(connection.id());
        admin().destinations().delete(destination.id());
        assertThat(destinations(admin())).isEmpty();
    }

    @Test
    default void no_operation_knows_a_destination_that_never_was() {
        DestinationId unknown = new DestinationId("never_was");

        assertThatThrownBy(() -> admin().destinations().retrieve(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().destinations().delete(unknown)).isInstanceOf(NotFoundException.class);
    }
}
