package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.UNTESTED;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connections are tested, told to sync, rest, and keep their state. */
interface AccountSyncsContract extends AccountFixture {
    @Test
    default void setup_tests_tell_their_results_in_the_answer_of_the_call_that_ran_them_and_nowhere_else() {
        ConnectorPackage bound = upload(admin(), "bound");
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", bound);

        Connection tested = admin().connections().test(made.id());

        assertThat(made.setupTests()).isEmpty();
        assertThat(tested.setupTests()).isNotEmpty();
        assertThat(tested.tested(List.of())).isEqualTo(made);
        assertThat(admin().connections().retrieve(made.id())).isEqualTo(made);
    }

    @Test
    default void a_connection_with_a_package_can_be_told_to_sync() {
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", upload(admin(), "bound"));

        admin().connections().sync(made.id());

        assertThat(admin().connections().retrieve(made.id()).faring(made.status()))
                .isEqualTo(made);
    }

    @Test
    default void a_connection_that_rests_is_not_told_to_sync() {
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", upload(admin(), "bound"));
        admin().connections().update(made.id(), UNTESTED.withPaused(true));

        assertThatThrownBy(() -> admin().connections().sync(made.id(), true))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("paused");
    }

    @Test
    default void a_connection_that_rests_syncs_everything_anew_once_it_no_longer_does() {
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", upload(admin(), "bound"));
        admin().connections().update(made.id(), UNTESTED.withPaused(true));

        admin().connections().resync(made.id(), Fields.NONE);

        ConnectionStatus resting = admin().connections().retrieve(made.id()).status();
        assertThat(resting.syncState()).isEqualTo(ConnectionStatus.PAUSED);
        assertThat(resting.historicalSync()).isTrue();
        admin().connections().update(made.id(), UNTESTED.withPaused(false));
        assertThat(admin().connections().retrieve(made.id()).status().syncState())
                .isNotEqualTo(ConnectionStatus.PAUSED);
    }

    @Test
    default void the_state_of_a_connection_that_rests_is_replaced_and_read_back() {
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", null);
        Fields state = Fields.of(Map.of("cursor", "2026-01-01", "tables", List.of(Map.of("n", 7))));
        AccountPath where = AccountPath.of("connections", made.id().value(), "state");

        assertThatThrownBy(() -> admin().connections().changeState(made.id(), state))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("not paused");
        admin().connections().update(made.id(), UNTESTED.withPaused(true));

        assertThat(admin().connections().changeState(made.id(), state)).isEqualTo(state);
        assertThat(admin().read(where).within("state")).isEqualTo(state);
    }
}
