package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import java.util.List;
import org.junit.jupiter.api.Test;

interface PackageRacesContract extends AccountFixture {
    /** A member of a crowd that was refused, and how; "won" if it was not. */
    private static String outcomeOf(Runnable attempt) {
        try {
            attempt.run();
            return "won";
        } catch (WharfException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    default void of_64_connections_that_ask_for_one_package_at_once_exactly_one_gets_it() {
        ConnectorPackage wanted = upload(admin(), "wanted");
        Destination destination = destination(admin(), "Warehouse");

        List<String> outcomes =
                Crowd.of(64, member -> outcomeOf(() -> connect(admin(), destination, "user_" + member, wanted)));

        assertThat(outcomes).containsOnlyOnce("won");
        assertThat(outcomes)
                .filteredOn(BindingConflictException.class.getSimpleName()::equals)
                .hasSize(63);
        List<Connection> made = connections(admin());
        assertThat(made).hasSize(1);
        assertThat(admin().packages().retrieve(wanted.id()).connectionId())
                .isEqualTo(made.get(0).id());
    }

    @Test
    default void of_many_destinations_that_want_one_name_at_once_exactly_one_gets_it() {
        List<String> outcomes = Crowd.of(8, member -> outcomeOf(() -> destination(admin(), "Warehouse")));

        assertThat(outcomes).containsOnlyOnce("won");
        assertThat(outcomes).filteredOn("ConflictException"::equals).hasSize(7);
    }

    @Test
    default void a_package_is_either_deleted_or_bound_never_both() {
        Destination destination = destination(admin(), "Warehouse");
        for (int round = 0; round < 5; round++) {
            ConnectorPackage wanted = upload(admin(), "wanted");
            String name = "user_" + round;

            List<String> outcomes = Crowd.of(
                    2,
                    member -> outcomeOf(
                            member == 0
                                    ? () -> connect(admin(), destination, name, wanted)
                                    : () -> admin().packages().delete(wanted.id())));

            assertThat(outcomes)
                    .isIn(
                            List.of("won", PackageInUseException.class.getSimpleName()),
                            List.of(NotFoundException.class.getSimpleName(), "won"));
            boolean bound = outcomes.get(0).equals("won");
            assertThat(packages(admin()).stream().anyMatch(p -> p.id().equals(wanted.id())))
                    .isEqualTo(bound);
        }
    }

    @Test
    default void uploads_at_once_do_not_disturb_each_other() {
        List<ConnectorPackage> uploaded = Crowd.of(8, member -> upload(admin(), "content " + member % 3));

        assertThat(packages(admin())).containsExactlyInAnyOrderElementsOf(uploaded);
        for (int member = 0; member < uploaded.size(); member++) {
            assertThat(AccountSamples.bytesOf(admin(), uploaded.get(member)))
                    .isEqualTo(SampleArchives.connector("content " + member % 3));
        }
    }
}
