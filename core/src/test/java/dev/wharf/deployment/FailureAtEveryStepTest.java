package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.Secret;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.SettlingPolicy;
import dev.wharf.settling.SettlingRegistry;
import dev.wharf.testkit.SkippingPace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.stubbing.Answer;

/**
 * Every call that a deploy makes of a port fails once, in turn: before it is made, and after it was made. Whatever the deploy then says,
 * the account is as it was or as was asked for, and nothing is left over.
 */
class FailureAtEveryStepTest {
    private static final ConnectionSettings SETTINGS =
            ConnectionSettings.NONE.withPaused(true).withSyncFrequency(60).withPythonVersion("3.13");
    private static final ConnectionSettings WITH_SECRETS = SETTINGS.withSecrets(List.of(new Secret("token", "new")));

    /** What is there before, and what is asked for. */
    enum Scenario {
        FIRST_DEPLOY(quay -> {}, request(WITH_SECRETS)),
        FIRST_DEPLOY_TO_A_NEW_DESTINATION(
                quay -> quay.account.destinations().delete(quay.destination.id()),
                request(WITH_SECRETS).creatingDestination(true)),
        FIRST_PACKAGE_OF_A_CONNECTION(
                quay -> quay.account
                        .connections()
                        .create(new NewConnection(quay.destination.id(), Quay.ORDERS, ConnectionSettings.NONE)),
                request(SETTINGS)),
        IN_PLACE(quay -> quay.deploy("old", ConnectionSettings.NONE), request(ConnectionSettings.NONE)),
        IN_PLACE_WITH_SETTINGS(quay -> quay.deploy("old", ConnectionSettings.NONE), request(SETTINGS)),
        IN_PLACE_WITH_SECRETS(quay -> quay.deploy("old", ConnectionSettings.NONE), request(WITH_SECRETS)),
        SETTINGS_ALONE(quay -> quay.deploy("new", ConnectionSettings.NONE), request(SETTINGS)),
        REPOINTED(
                quay -> quay.deploy("old", ConnectionSettings.NONE),
                request(ConnectionSettings.NONE).by(Way.REPOINT)),
        REPOINTED_WITH_SECRETS(
                quay -> quay.deploy("old", ConnectionSettings.NONE),
                request(WITH_SECRETS).by(Way.REPOINT)),
        ROLLED_BACK(
                quay -> {
                    quay.deploy("new", ConnectionSettings.NONE);
                    quay.deploy("old", ConnectionSettings.NONE);
                },
                request(ConnectionSettings.NONE).asRollback());

        private final Consumer<Quay> before;
        private final DeployRequest request;

        Scenario(Consumer<Quay> before, DeployRequest request) {
            this.before = before;
            this.request = request;
        }

        private static DeployRequest request(ConnectionSettings settings) {
            return DeployRequest.of(Quay.WAREHOUSE, Quay.ORDERS, settings).testing(true);
        }
    }

    /** What an account has, without the identifiers that differ from run to run. */
    record Shape(List<String> destinations, Set<String> connections, Set<String> packages) {
        static Shape of(Quay quay) {
            List<ConnectorPackage> packages = quay.packages();
            return new Shape(
                    Page.<Destination>collectAll(quay.account.destinations()::list).stream()
                            .map(d -> d.name().value())
                            .sorted()
                            .toList(),
                    quay.connections().stream()
                            .map(c -> c.name() + " runs " + hashOf(packages, c) + " " + c.pythonVersion() + c.paused()
                                    + c.syncFrequencyMinutes() + c.secretKeys())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    packages.stream()
                            .map(p -> p.sha256() + (p.isBound() ? " in use" : " of no use"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        private static @Nullable Sha256 hashOf(List<ConnectorPackage> packages, Connection connection) {
            return packages.stream()
                    .filter(p -> connection.id().equals(p.connectionId()))
                    .findFirst()
                    .map(ConnectorPackage::sha256)
                    .orElse(null);
        }
    }

    /** Lets one call fail. */
    private static final class Fault {
        private final int at;
        private final boolean made;
        private int calls;

        Fault(int at, boolean made) {
            this.at = at;
            this.made = made;
        }

        <T> T in(Class<T> port, T real) {
            Answer<Object> delegate = delegatesTo(real);
            return mock(port, call -> struckOrNot(() -> delegate.answer(call)));
        }

        Answer<Object> around(Answered real) {
            return call -> struckOrNot(real);
        }

        private @Nullable Object struckOrNot(Answered real) throws Throwable {
            boolean fails = ++calls == at;
            if (fails && !made) {
                throw new UnavailableException("call " + at + " was not made", null, null);
            }
            @Nullable Object answer = real.get();
            if (fails) {
                throw new UnavailableException("the answer of call " + at + " was lost", null, null);
            }
            return answer;
        }

        boolean struck() {
            return calls >= at;
        }

        interface Answered {
            @Nullable
            Object get() throws Throwable;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_is_not_made_leaves_the_account_as_it_was_or_as_asked(Scenario scenario) {
        assertThat(failAtEach(scenario, false)).isGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_of_which_the_answer_is_lost_leaves_the_account_as_it_was_or_as_asked(Scenario scenario) {
        assertThat(failAtEach(scenario, true)).isGreaterThan(6);
    }

    /** How many calls were let fail. */
    private static int failAtEach(Scenario scenario, boolean made) {
        for (int at = 1; ; at++) {
            Quay quay = new Quay();
            scenario.before.accept(quay);
            Shape before = Shape.of(quay);
            Fault fault = new Fault(at, made);
            String said = "nothing";
            try {
                deployment(quay, fault).deploy(Quay.archive("new"), scenario.request);
            } catch (WharfException e) {
                said = e.toString();
            }
            Shape after = Shape.of(quay);
            Shape asked = asked(scenario);
            if (!fault.struck()) {
                assertThat(after).isEqualTo(asked);
                return at - 1;
            }
            assertThat(after).as("call %d, which said %s", at, said).isIn(before, asked);
        }
    }

    private static Shape asked(Scenario scenario) {
        Quay quay = new Quay();
        scenario.before.accept(quay);
        quay.deployment.deploy(Quay.archive("new"), scenario.request);
        return Shape.of(quay);
    }

    private static Deployment deployment(Quay quay, Fault fault) {
        Account account = quay.account;
        PackageRegistry packages = fault.in(PackageRegistry.class, account.packages());
        Pace pace = new SkippingPace(Instant.parse("2026-03-01T12:00:00Z"));
        Account failing = mock(Account.class);
        when(failing.info()).thenAnswer(fault.around(account::info));
        when(failing.packages())
                .thenReturn(new SettlingRegistry(
                        packages, packages, account::info, SettlingPolicy.DEFAULT, pace, settlement -> {}));
        Connections connections = fault.in(Connections.class, account.connections());
        when(failing.connections()).thenReturn(connections);
        Destinations destinations = fault.in(Destinations.class, account.destinations());
        when(failing.destinations()).thenReturn(destinations);
        return new Deployment(
                failing,
                fault.in(ArchiveStore.class, quay.kept),
                fault.in(DeployJournal.class, DeployJournal.NONE),
                InstantSource.system(),
                DeployListener.NONE);
    }
}
