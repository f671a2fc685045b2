package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** When a server begins and ends that JUnit looks after. The classes within are no tests of this module but are run by one. */
class LifetimesTest {
    private static final Set<WharfServer> SEEN = new LinkedHashSet<>();
    private static final List<Integer> DESTINATIONS = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
        DESTINATIONS.clear();
    }

    /** Runs a class, all of whose tests pass, and gives the servers they saw, which are all closed by then. */
    private static Set<WharfServer> run(Class<?> tests, int count) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(count);
        assertThat(SEEN).noneMatch(LifetimesTest::answers);
        return SEEN;
    }

    private static boolean answers(WharfServer server) {
        try (HttpAccount account =
                HttpAccount.connect(HttpAccountSettings.of(server.url(), new Credentials("any", "any")))) {
            account.info();
            return true;
        } catch (NotAuthenticatedException e) {
            return true;
        } catch (WharfException e) {
            return false;
        }
    }

    private static void use(WharfServer server) {
        assertThat(answers(server)).isTrue();
        DESTINATIONS.add(server.account()
                .destinations()
                .list(PageRequest.first(100))
                .items()
                .size());
        server.destination("of test " + DESTINATIONS.size());
        SEEN.add(server);
    }

    @Test
    void in_a_static_field_it_serves_the_class_and_its_nested_ones() {
        assertThat(run(Shared.class, 4)).hasSize(1);
        assertThat(DESTINATIONS).containsExactly(0, 1, 2, 3);
    }

    @Test
    void in_an_instance_field_every_test_has_its_own() {
        assertThat(run(Own.class, 2)).hasSize(2);
        assertThat(DESTINATIONS).containsExactly(0, 0);
    }

    @Test
    void in_the_field_of_an_instance_that_serves_the_class_it_does_too() {
        assertThat(run(OneInstance.class, 2)).hasSize(1);
        assertThat(DESTINATIONS).containsExactly(0, 1);
    }

    @Test
    void it_starts_over_before_each_test_if_asked_to() {
        assertThat(run(StartingOver.class, 2)).hasSize(1);
        assertThat(DESTINATIONS).containsExactly(0, 0);
    }

    @Test
    void whoever_has_one_as_a_parameter_gets_that_of_the_class() {
        assertThat(run(Handed.class, 3)).hasSize(1);
        // Once before all tests, once before each, and once in each.
        assertThat(DESTINATIONS).hasSize(7);
    }

    static class Shared {
        @RegisterExtension
        static final WharfServer SERVER = WharfServer.start();

        @Test
        void one() {
            use(SERVER);
        }

        @Test
        void two() {
            use(SERVER);
        }

        @Nested
        class Inner {
            @Test
            void three() {
                use(SERVER);
            }
        }

        @Nested
        class AfterInner {
            @Test
            void four() {
                use(SERVER);
            }
        }
    }

    static class Own {
        @RegisterExtension
        final WharfServer server = WharfServer.start();

        @Test
        void one() {
            use(server);
        }

        @Test
        void two() {
            use(server);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        @RegisterExtension
        final WharfServer server = WharfServer.start();

        @Test
        void one() {
            use(server);
        }

        @Test
        void two() {
            use(server);
        }
    }

    static class StartingOver {
        @RegisterExtension
        static final WharfServer SERVER =
                WharfServer.builder().resettingBeforeEach().start();

        @Test
        void one() {
            use(SERVER);
        }

        @Test
        void two() {
            use(SERVER);
        }
    }

    @ExtendWith(WharfServerExtension.class)
    static class Handed {
        @BeforeAll
        static void before(WharfServer server) {
            use(server);
        }

        @BeforeEach
        void beforeEach(WharfServer server) {
            use(server);
        }

        @Test
        void one(WharfServer server) {
            use(server);
        }

        @Test
        void two(WharfServer server) {
            use(server);
        }

        @Nested
        class Inner {
            @Test
            void three(WharfServer server) {
                use(server);
            }
        }
    }
}
