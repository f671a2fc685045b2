package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.KeepPresent;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.deployment.DeployStep.RunSetupTests;
import dev.wharf.deployment.DeployStep.Upload;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.Secret;
import dev.wharf.model.UserId;
import dev.wharf.port.DeployJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentWaysTest {
    private final Quay quay = new Quay();
    private final List<String> remarks = new ArrayList<>();

    private Deployment of(String user, Role role) {
        return new Deployment(
                quay.registry.accountOf(new Principal(new UserId(user), role)),
                quay.kept,
                DeployJournal.NONE,
                InstantSource.system(),
                new DeployListener() {
                    @Override
                    public void begins(DeployStep step) {
                        // Only what is remarked is looked at.
                    }

                    @Override
                    public void remarks(String text) {
                        remarks.add(text);
                    }
                });
    }

    @Test
    void repointing_gives_a_new_package_and_deletes_the_old_one() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);

        DeployResult second = quay.deployment.deploy(
                Quay.archive("second"), quay.request(ConnectionSettings.NONE).by(Way.REPOINT));

        assertThat(second.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(second.previous()).isEqualTo(first.sha256());
        assertThat(quay.onlyPackage()).isEqualTo(second.connectorPackage());
        assertThat(second.connectorPackage().id())
                .isNotEqualTo(first.connectorPackage().id());
        assertThat(quay.onlyConnection().packageId())
                .isEqualTo(second.connectorPackage().id());
    }

    @Test
    void somebody_elses_package_is_left_and_the_connection_given_one_of_ours() {
        of("bob", Role.MEMBER).deploy(Quay.archive("bobs"), quay.request(ConnectionSettings.NONE));
        var bobs = quay.onlyPackage();
        // The connection is ann's, the package it runs is bob's.
        quay.account.connections().delete(quay.onlyConnection().id());
        quay.registry
                .accountOf(new Principal(new UserId("ann"), Role.MEMBER))
                .connections()
                .create(new NewConnection(quay.destination.id(), Quay.ORDERS, ConnectionSettings.binding(bobs.id())));

        DeployResult result =
                of("ann", Role.MEMBER).deploy(Quay.archive("anns"), quay.request(ConnectionSettings.NONE));

        assertThat(result.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(quay.onlyConnection().packageId())
                .isEqualTo(result.connectorPackage().id());
        assertThat(quay.account.packages().retrieve(bobs.id())).satisfies(left -> {
            assertThat(left.isBound()).isFalse();
            assertThat(left.sha256()).isEqualTo(bobs.sha256());
        });
        assertThat(remarks).hasSize(2).last().asString().contains(bobs.id().value(), "You may not delete it");
    }

    @Test
    void asked_for_in_place_somebody_elses_package_is_a_refusal_that_changes_nothing() {
        of("bob", Role.MEMBER).deploy(Quay.archive("bobs"), quay.request(ConnectionSettings.NONE));
        var before = quay.onlyPackage();

        assertThatThrownBy(() -> of("ann", Role.MEMBER)
                        .deploy(
                                Quay.archive("anns"),
                                quay.request(ConnectionSettings.NONE).by(Way.IN_PLACE)))
                .isInstanceOf(NotAllowedException.class);

        assertThat(quay.onlyPackage()).isEqualTo(before);
    }

    @Test
    void what_was_replaced_is_kept_and_can_run_again() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        quay.deploy("second", ConnectionSettings.NONE);

        DeployResult back = quay.deployment.deploy(
                quay.kept.find(first.sha256()).orElseThrow(),
                quay.request(ConnectionSettings.NONE).asRollback());

        assertThat(back.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(quay.onlyPackage().sha256()).isEqualTo(first.sha256());
        assertThat(back.connectorPackage().id())
                .isEqualTo(first.connectorPackage().id());
    }

    @Test
    void a_plan_tells_every_step_and_changes_nothing() {
        ConnectionSettings asked = ConnectionSettings.NONE
                .withPaused(true)
                .withNaming(SchemaNaming.SOURCE)
                .withNetworking(new Networking("Directly", null, null, "agent"))
                .withSecrets(List.of(new Secret("token", "1"), new Secret("user", "2")));

        DeployPlan create =
                quay.deployment.plan(Quay.archive("first"), quay.request(asked).testing(true));

        assertThat(create.steps()).hasExactlyElementsOfTypes(Upload.class, MakeConnection.class, RunSetupTests.class);
        assertThat(create.keys().added()).containsExactly("token", "user");
        assertThat(quay.changes()).isEqualTo(1);

        quay.deploy("first", asked);
        int changes = quay.changes();
        DeployPlan update = quay.deployment.plan(
                Quay.archive("second"),
                quay.request(ConnectionSettings.NONE.withPaused(false).withSecrets(List.of(new Secret("token", "3")))));

        assertThat(update.steps()).hasExactlyElementsOfTypes(KeepPresent.class, Replace.class, ChangeConnection.class);
        assertThat(update.keys()).isEqualTo(new KeyChanges(List.of(), List.of("user"), List.of("token")));
        assertThat(update.previous()).isEqualTo(Quay.archive("first").sha256());
        assertThat(quay.deployment
                        .plan(
                                Quay.archive("second"),
                                quay.request(ConnectionSettings.NONE).by(Way.REPOINT))
                        .steps())
                .hasExactlyElementsOfTypes(
                        KeepPresent.class, Upload.class, ChangeConnection.class, DeletePrevious.class);
        assertThat(quay.deployment
                        .plan(Quay.archive("first"), quay.request(asked.withSecrets(null)))
                        .steps())
                .isEmpty();
        assertThat(quay.changes()).isEqualTo(changes);
    }

    @Test
    void only_what_differs_is_sent() {
        quay.deploy("same", ConnectionSettings.NONE.withPaused(true).withPythonVersion("3.12"));

        DeployPlan plan = quay.deployment.plan(
                Quay.archive("same"),
                quay.request(ConnectionSettings.NONE.withPaused(true).withPythonVersion("3.13")));

        assertThat(plan.steps())
                .singleElement()
                .isEqualTo(new ChangeConnection(
                        quay.onlyConnection().id(),
                        ConnectionSettings.NONE.withPythonVersion("3.13").withSetupTests(false),
                        false));
    }

    @Test
    void a_rollback_of_a_connection_that_is_gone_makes_none() {
        assertThatThrownBy(() -> quay.deployment.deploy(
                        Quay.archive("first"),
                        quay.request(ConnectionSettings.NONE).asRollback()))
                .isInstanceOf(NotFoundException.class);

        assertThat(quay.packages()).isEmpty();
        assertThat(quay.connections()).isEmpty();
    }
}
