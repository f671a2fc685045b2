package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Secret;
import dev.wharf.testkit.SampleArchives;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private final Quay quay = new Quay();

    @Test
    void a_first_deploy_makes_package_and_connection_and_binds_them() {
        DeployResult result = quay.deploy("first", ConnectionSettings.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.sha256()).isEqualTo(Quay.archive("first").sha256());
        assertThat(result.connectorPackage()).isEqualTo(quay.onlyPackage());
        assertThat(result.connection()).isEqualTo(quay.onlyConnection());
        assertThat(quay.onlyPackage().connectionId())
                .isEqualTo(quay.onlyConnection().id());
        assertThat(quay.onlyPackage().sha256()).isEqualTo(result.sha256());
    }

    @Test
    void the_same_deploy_again_sends_nothing() {
        DeployResult first = quay.deploy("same", ConnectionSettings.NONE);
        int changes = quay.changes();

        DeployResult again = quay.deploy("same", ConnectionSettings.NONE);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.connectorPackage()).isEqualTo(first.connectorPackage());
        assertThat(again.connection()).isEqualTo(first.connection());
        assertThat(quay.changes()).isEqualTo(changes);
    }

    @Test
    void another_archive_updates_the_package_in_place() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);

        DeployResult second = quay.deploy("second", ConnectionSettings.NONE);

        assertThat(second.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(second.connectorPackage().id())
                .isEqualTo(first.connectorPackage().id());
        assertThat(second.connection()).isEqualTo(first.connection());
        assertThat(quay.onlyPackage().sha256()).isEqualTo(Quay.archive("second").sha256());
    }

    @Test
    void a_connection_without_a_package_is_given_one() {
        Connection bare = quay.account
                .connections()
                .create(new NewConnection(quay.destination.id(), Quay.ORDERS, ConnectionSettings.NONE));

        DeployResult result = quay.deploy("first", ConnectionSettings.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.connection().id()).isEqualTo(bare.id());
        assertThat(quay.onlyPackage().connectionId()).isEqualTo(bare.id());
    }

    @Test
    void settings_that_are_not_met_are_changed_without_sending_the_archive_again() {
        DeployResult first = quay.deploy("same", ConnectionSettings.NONE);
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPythonVersion("3.13")
                .withPaused(true)
                .withSyncFrequency(60);

        DeployResult changed = quay.deploy("same", asked);

        assertThat(changed.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(changed.connectorPackage()).isEqualTo(first.connectorPackage());
        assertThat(changed.connection().pythonVersion()).isEqualTo("3.13");
        assertThat(changed.connection().paused()).isTrue();
        assertThat(changed.connection().syncFrequencyMinutes()).isEqualTo(60);
        assertThat(quay.deploy("same", asked).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void each_setting_alone_is_noticed() {
        quay.deploy(
                "same",
                ConnectionSettings.NONE
                        .withPythonVersion("3.12")
                        .withPaused(false)
                        .withSyncFrequency(5));

        assertThat(quay.deploy("same", ConnectionSettings.NONE.withPythonVersion("3.13"))
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
        assertThat(quay.deploy("same", ConnectionSettings.NONE.withPaused(true)).outcome())
                .isEqualTo(Outcome.UPDATED);
        assertThat(quay.deploy("same", ConnectionSettings.NONE.withSyncFrequency(15))
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
    }

    @Test
    void asking_for_secrets_is_always_a_change_because_they_cannot_be_read_back() {
        ConnectionSettings asked = ConnectionSettings.NONE.withSecrets(List.of(new Secret("token", "1")));
        quay.deploy("same", asked);

        assertThat(quay.deploy("same", asked).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void archive_and_settings_may_change_at_once() {
        quay.deploy("first", ConnectionSettings.NONE);

        DeployResult both = quay.deploy("second", ConnectionSettings.NONE.withPaused(true));

        assertThat(both.connection().paused()).isTrue();
        assertThat(both.connectorPackage().sha256())
                .isEqualTo(Quay.archive("second").sha256());
    }

    @Test
    void a_package_asked_for_in_the_settings_is_ignored() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        DeployRequest other = DeployRequest.of(
                Quay.WAREHOUSE,
                new ConnectionName("users"),
                ConnectionSettings.binding(first.connectorPackage().id()));

        DeployResult second = quay.deployment.deploy(Quay.archive("first"), other);

        assertThat(second.connectorPackage().id())
                .isNotEqualTo(first.connectorPackage().id());
    }

    @Test
    void a_destination_that_does_not_exist_is_a_failure_that_lists_those_that_do() {
        quay.account.destinations().create(new DestinationName("Lake"));
        DeployRequest elsewhere =
                DeployRequest.of(new DestinationName("warehouse"), Quay.ORDERS, ConnectionSettings.NONE);

        assertThatThrownBy(() -> quay.deployment.deploy(Quay.archive("first"), elsewhere))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Lake, Warehouse");
        assertThat(quay.packages()).isEmpty();
    }

    @Test
    void an_account_without_destinations_says_so() {
        quay.account.destinations().delete(quay.destination.id());

        assertThatThrownBy(() -> quay.deploy("first", ConnectionSettings.NONE))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("has none");
    }

    @Test
    void a_destination_is_made_if_that_is_asked_for() {
        DeployRequest elsewhere = DeployRequest.of(new DestinationName("Lake"), Quay.ORDERS, ConnectionSettings.NONE)
                .creatingDestination(true);

        DeployResult first = quay.deployment.deploy(Quay.archive("first"), elsewhere);
        DeployResult again = quay.deployment.deploy(Quay.archive("first"), elsewhere);

        assertThat(quay.account
                        .destinations()
                        .retrieve(first.connection().destinationId())
                        .name())
                .isEqualTo(new DestinationName("Lake"));
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void an_invalid_archive_changes_nothing() {
        assertThatThrownBy(() -> quay.deployment.deploy(
                        Quay.stored(SampleArchives.invalid().get("without connector.py")),
                        quay.request(ConnectionSettings.NONE)))
                .isInstanceOf(InvalidArchiveException.class);
        assertThat(quay.packages()).isEmpty();
        assertThat(quay.connections()).isEmpty();
    }
}
