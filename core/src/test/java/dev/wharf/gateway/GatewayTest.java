package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.testkit.Crowd;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a gateway adds to the account behind it. */
class GatewayTest extends OpenedGateway {
    private final Account root = as("root", Role.ADMIN, behind);

    private static NewConnection wanted(Destination destination, String name, ConnectorPackage wanted) {
        return new NewConnection(destination.id(), new ConnectionName(name), ConnectionSettings.binding(wanted.id()));
    }

    @Test
    void whose_a_package_is_is_known_though_the_account_behind_knows_only_the_gateway() {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));

        assertThat(made.createdBy()).isEqualTo(new UserId("ann"));
        assertThat(behind.packages().retrieve(made.id()).createdBy()).isEqualTo(BEHIND);
        assertThat(root.packages().list(PageRequest.first(10)).items()).containsExactly(made);
        assertThat(root.packages().update(made.id(), ArchiveSource.of(WRONG)).lastUpdatedBy())
                .isEqualTo(new UserId("root"));
        assertThat(ann.info().userId()).isEqualTo(new UserId("ann"));
    }

    @Test
    void what_was_not_made_through_the_gateway_belongs_to_administrators() {
        ConnectorPackage elsewhere = behind.packages().create(ArchiveSource.of(SOUND));

        assertThatThrownBy(() -> ann.packages().delete(elsewhere.id())).isInstanceOf(NotAllowedException.class);
        root.packages().delete(elsewhere.id());

        assertThat(behind.packages().list(PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void a_user_of_the_gateway_is_not_the_user_of_the_account_behind_who_has_the_same_name() {
        Account namesake = as(BEHIND.value(), Role.MEMBER, behind);
        ConnectorPackage elsewhere = behind.packages().create(ArchiveSource.of(SOUND));
        Destination destination = behind.destinations().create(new DestinationName("Warehouse"));
        Connection connection = behind.connections().create(wanted(destination, "first", elsewhere));

        assertThatThrownBy(() -> namesake.packages().delete(elsewhere.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> namesake.packages().update(elsewhere.id(), ArchiveSource.of(WRONG)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> namesake.connections().update(connection.id(), ConnectionSettings.NONE))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> namesake.connections().delete(connection.id()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void what_was_updated_elsewhere_is_not_said_to_be_updated_by_a_user_of_the_gateway() {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));
        behind.packages().update(made.id(), ArchiveSource.of(WRONG));

        assertThat(ann.packages().retrieve(made.id()).lastUpdatedBy()).isEqualTo(BEHIND);
    }

    @Test
    void the_binding_rule_is_asked_before_the_account_behind() {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));
        Destination destination = ann.destinations().create(new DestinationName("Warehouse"));
        Connections connections = mock(Connections.class, delegatesTo(behind.connections()));
        Account watched = as("ann", Role.MEMBER, behindWith(behind.packages(), connections));
        Connection first = watched.connections().create(wanted(destination, "first", made));
        Connection second = watched.connections()
                .create(new NewConnection(destination.id(), new ConnectionName("second"), ConnectionSettings.NONE));

        assertThatThrownBy(() -> watched.connections().create(wanted(destination, "third", made)))
                .isInstanceOf(BindingConflictException.class)
                .hasMessageContaining(first.id().value());
        assertThatThrownBy(() -> watched.connections().update(second.id(), ConnectionSettings.binding(made.id())))
                .isInstanceOf(BindingConflictException.class);
        watched.connections().update(first.id(), ConnectionSettings.binding(made.id()));

        verify(connections, times(2)).create(any());
        verify(connections, times(1)).update(any(), any());
    }

    @Test
    void of_many_who_want_one_package_at_once_one_gets_it() {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));
        Destination destination = ann.destinations().create(new DestinationName("Warehouse"));

        List<Boolean> bound = Crowd.of(
                20, i -> catchThrowable(() -> ann.connections().create(wanted(destination, "c" + i, made))) == null);

        assertThat(bound).containsOnlyOnce(true);
    }

    @Test
    void every_change_is_recorded_with_who_made_it_and_from_which_hash_to_which() {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));
        root.packages().update(made.id(), ArchiveSource.of(WRONG));
        Destination destination = ann.destinations().create(new DestinationName("Warehouse"));
        Connection connection = ann.connections().create(wanted(destination, "first", made));
        ann.connections().delete(connection.id());
        root.packages().delete(made.id());
        root.destinations().delete(destination.id());

        assertThat(told)
                .extracting(AuditEntry::action, entry -> entry.user().value(), AuditEntry::from, AuditEntry::to)
                .containsExactly(
                        tuple(Action.PACKAGE_CREATED, "ann", null, Sha256.of(SOUND)),
                        tuple(Action.PACKAGE_UPDATED, "root", Sha256.of(SOUND), Sha256.of(WRONG)),
                        tuple(Action.DESTINATION_CREATED, "ann", null, null),
                        tuple(Action.CONNECTION_CREATED, "ann", null, null),
                        tuple(Action.CONNECTION_DELETED, "ann", null, null),
                        tuple(Action.PACKAGE_DELETED, "root", Sha256.of(WRONG), null),
                        tuple(Action.DESTINATION_DELETED, "root", null, null));
        assertThat(record.audit().list(0, 100)).hasSameSizeAs(told);
    }

    @Test
    void an_archive_that_changed_on_the_gateways_disk_is_fetched_again_and_the_caller_notices_nothing()
            throws IOException {
        ConnectorPackage made = ann.packages().create(ArchiveSource.of(SOUND));
        store.corrupt(Sha256.of(SOUND), WRONG);

        assertThat(download(ann, made.id())).isEqualTo(SOUND);

        assertThat(gateway.archivesFetched()).isEqualTo(1);
    }

    @Test
    void credentials_of_the_gateway_that_are_refused_are_no_fault_of_the_callers() {
        PackageRegistry refusing = mock();
        doThrow(new NotAuthenticatedException("expired", null)).when(refusing).list(any());

        assertThatThrownBy(() -> as("ann", Role.READER, behindWith(refusing, behind.connections()))
                        .packages()
                        .list(PageRequest.first(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("operator");
    }

    @Test
    void a_package_whose_making_cannot_be_recorded_is_deleted_again() {
        PackageCatalog full = mock(PackageCatalog.class, delegatesTo(record));
        doAnswer(call -> record.change(call.getArgument(0)))
                .doThrow(new StorageException("the disk is full", null))
                .when(full)
                .change(any());
        Account account = gateway(full, ArchiveInspection.OFF)
                .accountOf(principal("ann", Role.MEMBER), behind, behind, remarks::addAll);

        assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(SOUND)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("deleted again");

        assertThat(behind.packages().list(PageRequest.first(1)).items()).isEmpty();
        assertThat(told).isEmpty();
    }
}
