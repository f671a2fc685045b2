package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.bytesOf;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.UserId;
import org.junit.jupiter.api.Test;

interface OwnershipContract extends AccountFixture {
    @Test
    default void the_owner_may_update_and_delete_a_package() {
        ConnectorPackage own = upload(member("alice"), "own");

        ConnectorPackage updated = member("alice").packages().update(own.id(), archive("better"));
        assertThat(updated.lastUpdatedBy()).isEqualTo(new UserId("alice"));

        member("alice").packages().delete(own.id());
        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void another_member_may_read_a_package_but_neither_update_nor_delete_it() {
        ConnectorPackage foreign = upload(member("alice"), "foreign");

        assertThat(member("bob").packages().retrieve(foreign.id())).isEqualTo(foreign);
        assertThat(bytesOf(member("bob"), foreign)).isEqualTo(SampleArchives.connector("foreign"));
        assertThatThrownBy(() -> member("bob").packages().update(foreign.id(), archive("stolen")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> member("bob").packages().delete(foreign.id())).isInstanceOf(NotAllowedException.class);

        assertThat(packages(admin())).containsExactly(foreign);
        assertThat(bytesOf(admin(), foreign)).isEqualTo(SampleArchives.connector("foreign"));
    }

    @Test
    default void an_administrators_update_does_not_take_a_package_from_its_owner() {
        ConnectorPackage own = upload(member("alice"), "own");

        admin().packages().update(own.id(), archive("by the administrator"));

        ConnectorPackage again = member("alice").packages().update(own.id(), archive("by the owner"));
        assertThat(again.createdBy()).isEqualTo(new UserId("alice"));
    }

    @Test
    default void an_administrator_may_delete_every_package() {
        ConnectorPackage foreign = upload(member("alice"), "foreign");

        admin().packages().delete(foreign.id());

        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void only_its_maker_and_administrators_may_change_or_delete_a_connection() {
        Connection made = connect(member("alice"), destination(admin(), "Warehouse"), "user", null);
        ConnectionSettings pause = ConnectionSettings.NONE.withPaused(true);

        assertThatThrownBy(() -> member("bob").connections().update(made.id(), pause))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> member("bob").connections().delete(made.id())).isInstanceOf(NotAllowedException.class);
        assertThat(connections(admin())).containsExactly(made);

        assertThat(member("alice").connections().update(made.id(), pause).paused())
                .isTrue();
        admin().connections().delete(made.id());
        assertThat(connections(admin())).isEmpty();
    }
}
