package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import org.junit.jupiter.api.Test;

/** What people call things by: names and ids. */
class AccountNamesTest {
    private final Account account = HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore())
            .accountOf(new Principal(new UserId("root"), Role.ADMIN));
    private final AccountNames names = new AccountNames(account);

    @Test
    void a_name_that_nothing_has_is_shown_as_it_was_given_beside_what_there_is() {
        assertThatThrownBy(() -> names.destination("lake"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no destination 'lake'. The account has none. Create one first.");
        account.destinations().create(new DestinationName("shore"));
        account.destinations().create(new DestinationName("harbour"));

        assertThatThrownBy(() -> names.destination(" "))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no destination ' '. Choose one of: harbour, shore.");
    }

    @Test
    void a_destination_is_found_by_its_name_and_by_its_id() {
        Destination made = account.destinations().create(new DestinationName("harbour"));

        assertThat(names.destination("harbour")).isEqualTo(made);
        assertThat(names.destination(made.id().value())).isEqualTo(made);
        assertThat(names.findDestination("Harbour")).isEmpty();
    }

    @Test
    void the_only_destination_is_meant_when_none_is_named() {
        assertThatThrownBy(names::onlyDestination)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has no destination");
        Destination made = account.destinations().create(new DestinationName("harbour"));
        assertThat(names.onlyDestination()).isEqualTo(made);
        account.destinations().create(new DestinationName("shore"));

        assertThatThrownBy(names::onlyDestination)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("The account has 2 destinations. Name one of harbour, shore.");
    }

    @Test
    void connections_of_one_name_are_told_apart_by_their_destination_or_their_id() {
        Connection first = connect("harbour");
        Connection second = connect("shore");

        assertThatThrownBy(() -> names.connection("orders", null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(first.id().value())
                .hasMessageContaining(second.id().value());
        assertThat(names.connection("orders", second.destinationId())).isEqualTo(second);
        assertThat(names.connection(first.id().value(), null)).isEqualTo(first);
        assertThatThrownBy(() -> names.connection(first.id().value(), second.destinationId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(first.destinationId().value());
        assertThatThrownBy(() -> names.connection("", null))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no connection ''.");
    }

    @Test
    void of_many_destinations_ten_are_named_and_how_many_more_there_are() {
        for (int i = 10; i < 22; i++) {
            account.destinations().create(new DestinationName("d" + i));
        }

        assertThatThrownBy(() -> names.destination("lake"))
                .hasMessage("There is no destination 'lake'. Choose one of:"
                        + " d10, d11, d12, d13, d14, d15, d16, d17, d18, d19 and 2 more.");
    }

    @Test
    void the_id_of_a_connection_of_another_service_is_not_taken_for_a_name_that_nothing_has() {
        Connections connections = mock(Connections.class, delegatesTo(account.connections()));
        Account failing = mock();
        when(failing.connections()).thenReturn(connections);
        NotFoundException other =
                new NotFoundException(Resource.CONNECTION_OF_OTHER_SERVICE, "It is of the service postgres.");
        doThrow(other).when(connections).retrieve(new ConnectionId("con_pg"));

        assertThatThrownBy(() -> new AccountNames(failing).findConnection("con_pg", null))
                .isSameAs(other);
        assertThatThrownBy(() -> new AccountNames(failing).connection("con_pg", null))
                .isSameAs(other);
    }

    private Connection connect(String destination) {
        Destination made = account.destinations().create(new DestinationName(destination));
        return account.connections()
                .create(new NewConnection(made.id(), new ConnectionName("orders"), ConnectionSettings.NONE));
    }
}
