package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.testkit.FaultyArchiveStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a registry that runs no connector answers for setup tests and syncs. */
class SetupTestsTest {
    private static final ConnectionSettings TESTED = ConnectionSettings.NONE.withSetupTests(true);

    private final Harbour harbour = new Harbour();
    private final Destination destination = harbour.admin().destinations().create(new DestinationName("Warehouse"));
    private final ConnectorPackage uploaded = harbour.upload("tested");

    private Account answering(SetupTestOutcome usual, Map<String, SetupTestOutcome> ofConnections) {
        return Harbour.admin(harbour.over(
                harbour.catalog,
                harbour.store,
                RegistrySettings.DEFAULT.withSetupTests(new SetupTestSettings(usual, ofConnections))));
    }

    private Connection create(Account account, String name, ConnectionSettings settings) {
        return account.connections().create(new NewConnection(destination.id(), new ConnectionName(name), settings));
    }

    private ConnectionSettings bound() {
        return TESTED.withPackage(uploaded.id());
    }

    private static Status status(Connection tested, String title) {
        return tested.setupTests().stream()
                .filter(test -> test.title().equals(title))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void a_connection_is_tested_when_it_is_made_and_changed_if_that_is_asked_for() {
        Account account = harbour.admin();

        Connection made = create(account, "user", bound().withPythonVersion("3.13"));
        Connection updated = account.connections().update(made.id(), TESTED.withPaused(true));
        Connection untested = account.connections().update(made.id(), ConnectionSettings.NONE.withSetupTests(false));

        assertThat(made.setupTests()).hasSize(4).map(SetupTest::status).containsOnly(Status.PASSED);
        assertThat(updated.setupTests()).isEqualTo(made.setupTests());
        assertThat(untested.setupTests()).isEmpty();
    }

    @Test
    void a_connection_without_a_package_fails_its_tests_and_is_kept() {
        Connection made = create(harbour.admin(), "user", TESTED);

        assertThat(status(made, "Package")).isEqualTo(Status.FAILED);
        assertThat(made.setupTests()).filteredOn(SetupTest::failed).hasSize(1);
        assertThat(harbour.admin().connections().retrieve(made.id())).isEqualTo(made.tested(List.of()));
    }

    @Test
    void a_package_whose_archive_is_lost_fails_the_test() {
        Connection made = create(harbour.admin(), "user", bound());

        harbour.store.deleteIfUntouchedSince(Harbour.hash("tested"), Instant.MAX);

        assertThat(status(harbour.admin().connections().test(made.id()), "Package"))
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_store_that_fails_leaves_the_change_and_says_that_the_test_could_not_be_run() {
        Account failing = Harbour.admin(
                harbour.over(harbour.catalog, new FaultyArchiveStore(harbour.store, 1), RegistrySettings.DEFAULT));

        Connection made = create(failing, "user", bound());

        assertThat(status(made, "Package")).isEqualTo(Status.JOB_FAILED);
        assertThat(harbour.admin().connections().retrieve(made.id())).isEqualTo(made.tested(List.of()));
    }

    @Test
    void a_python_version_kept_from_before_that_can_be_none_fails_the_test() {
        Connection made = create(harbour.admin(), "user", bound());
        harbour.catalog.change(change -> {
            change.connections().update(made.changedBy(ConnectionSettings.NONE.withPythonVersion("2.7")), true);
            return true;
        });

        assertThat(status(harbour.admin().connections().test(made.id()), "Python version"))
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"PASS, PASSED", "WARN, WARNING", "FAIL, FAILED", "JOB_FAIL, JOB_FAILED"})
    void what_only_a_running_connector_could_tell_comes_out_as_decided(SetupTestOutcome outcome, Status expected) {
        Connection made = create(answering(outcome, Map.of()), "user", bound());

        assertThat(status(made, "Connector")).isEqualTo(expected);
        assertThat(made.setupTests().get(3).message()).startsWith("Simulated");
    }

    @Test
    void a_connection_can_have_an_outcome_of_its_own() {
        Account account = answering(SetupTestOutcome.OFF, Map.of("broken", SetupTestOutcome.FAIL));

        assertThat(create(account, "user", bound()).setupTests()).isEmpty();
        assertThat(status(create(account, "broken", TESTED), "Connector")).isEqualTo(Status.FAILED);
    }

    @Test
    void only_its_maker_and_administrators_may_test_or_sync_a_connection() {
        Connection made = create(harbour.admin(), "user", bound());
        Account stranger = harbour.registry.accountOf(new Principal(new UserId("bob"), Role.MEMBER));

        assertThatThrownBy(() -> stranger.connections().test(made.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> stranger.connections().sync(made.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_sync_is_recorded_and_refused_where_there_is_nothing_to_run() {
        Connection made = create(harbour.admin(), "user", bound());
        Connection empty = create(harbour.admin(), "empty", ConnectionSettings.NONE);
        int before = harbour.announced.size();

        harbour.admin().connections().sync(made.id());

        assertThatThrownBy(() -> harbour.admin().connections().sync(empty.id()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no package");
        assertThat(harbour.announced).hasSize(before + 1);
        AuditEntry entry = harbour.announced.get(before);
        assertThat(entry.action()).isEqualTo(Action.CONNECTION_SYNCED);
        assertThat(entry.subject()).isEqualTo(made.id().value());
        assertThat(entry.detail()).isEqualTo(uploaded.id().value());
    }
}
