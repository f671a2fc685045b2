package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoubtfulUseTest extends SilentAccount {
    @Test
    void while_the_list_of_connections_has_gaps_nothing_is_taken_for_unshared_or_free() {
        DeployResult first = deploy("first", Way.AUTOMATIC);
        doAnswer(call -> {
                    Page<Connection> told = real.connections().list(call.getArgument(0), call.getArgument(1));
                    return new Page<>(told.items(), told.nextCursor(), List.of("A connection has no id."));
                })
                .when(connections)
                .list(any(), any());

        assertThatThrownBy(() -> deploy("second", Way.AUTOMATIC))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("A connection has no id.")
                .hasMessageContaining("--way repoint")
                .hasMessageContaining("--shared");
        assertThat(deploy("second", Way.REPOINT).outcome()).isEqualTo(Outcome.REPOINTED);

        assertThat(packages())
                .extracting(ConnectorPackage::id)
                .contains(first.connectorPackage().id());
        assertThat(remarks).singleElement().asString().contains("was kept", "A connection has no id.");
    }

    @Test
    void what_the_account_says_of_a_package_that_it_does_not_delete_is_passed_on() {
        deploy("first", Way.AUTOMATIC);
        doThrow(new NotAllowedException("Deleting is switched off on Fridays."))
                .doThrow(new PackageInUseException("it", List.of("con_other")))
                .when(packages)
                .delete(any(), any());

        deploy("second", Way.REPOINT);
        deploy("third", Way.REPOINT);

        assertThat(remarks).hasSize(2);
        assertThat(remarks.get(0)).contains("You may not delete it", "Deleting is switched off on Fridays.");
        assertThat(remarks.get(1)).contains("in use", "associated with connection con_other");
    }

    @Test
    void the_connections_of_a_package_that_cannot_be_withdrawn_are_told_by_their_ids() {
        doAnswer(call -> {
                    NewConnection wanted = call.getArgument(0);
                    real.connections().create(wanted);
                    throw new ConflictException("taken");
                })
                .when(connections)
                .create(any());

        Throwable failure = catchThrowable(() -> deploy("first", Way.AUTOMATIC));

        String id = packages().get(0).connectionIds().get(0).value();
        assertThat(failure.getSuppressed()).singleElement().isInstanceOfSatisfying(PackageInUseException.class, e -> {
            assertThat(e.connectionIds()).containsExactly(id);
            assertThat(e).hasMessageContaining("orders (" + id + ")");
        });
    }

    @Test
    void a_package_of_which_the_use_is_told_in_an_unknown_form_is_not_free() {
        ConnectorPackage loose = real.packages().create(Quay.archive("loose"));
        PackageUse use = PackageUse.read(real);
        assertThat(use.isFree(loose)).isTrue();
        ConnectorPackage unclear =
                new ConnectorPackage(loose.id(), List.of(), null, null, null, null, null, UseTold.UNCLEAR, Fields.NONE);

        assertThat(use.isFree(unclear)).isFalse();
        assertThat(use.doubt(unclear)).contains(loose.id().value());
    }

    @Test
    void nothing_is_free_while_a_connection_tells_its_package_in_an_unknown_form() {
        ConnectorPackage loose = real.packages().create(Quay.archive("loose"));
        Connection odd = real.connections()
                .create(new NewConnection(destination.id(), Quay.ORDERS, ConnectionSettings.NONE))
                .telling(Fields.of(Map.of("config", Map.of("package_id", List.of("p")))));
        doAnswer(call -> new Page<>(List.of(odd), null)).when(connections).list(any(), any());

        PackageUse use = PackageUse.read(account());

        assertThat(use.isFree(loose)).isFalse();
        assertThat(use.doubt(loose)).contains(odd.id().value());
    }
}
