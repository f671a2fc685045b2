package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import java.util.List;
import org.junit.jupiter.api.Test;

interface ConditionalChangesContract extends AccountFixture {
    private static Sha256 hash(String comment) {
        return Sha256.of(SampleArchives.connector(comment));
    }

    @Test
    default void a_change_that_expects_the_file_there_is_is_made() {
        ConnectorPackage made = upload(admin(), "before");

        ConnectorPackage updated = admin().packages().update(made.id(), archive("after"), hash("before"));
        admin().packages().delete(made.id(), hash("after"));

        assertThat(updated.sha256()).isEqualTo(hash("after"));
        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void a_change_that_expects_another_file_is_refused_and_nothing_changes() {
        ConnectorPackage present = upload(admin(), "present");

        assertThatThrownBy(() -> admin().packages().update(present.id(), archive("after"), hash("before")))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> admin().packages().delete(present.id(), hash("before")))
                .isInstanceOf(ChangedMeanwhileException.class);

        assertThat(packages(admin())).containsExactly(present);
    }

    @Test
    default void of_many_who_expect_the_same_file_at_once_one_changes_it() {
        ConnectorPackage made = upload(admin(), "before");

        List<Throwable> failures = Crowd.of(8, member -> {
            Throwable failure = catchThrowable(
                    () -> admin().packages().update(made.id(), archive("after " + member), hash("before")));
            return failure == null ? new AssertionError("won") : failure;
        });

        assertThat(failures)
                .filteredOn(failure -> failure instanceof AssertionError)
                .hasSize(1);
        assertThat(failures)
                .filteredOn(failure -> failure instanceof ChangedMeanwhileException)
                .hasSize(7);
        int winner = failures.indexOf(failures.stream()
                .filter(failure -> failure instanceof AssertionError)
                .findFirst()
                .orElseThrow());
        assertThat(admin().packages().retrieve(made.id()).sha256()).isEqualTo(hash("after " + winner));
    }

    @Test
    default void a_package_that_is_not_there_is_not_found_whatever_is_expected_of_it() {
        PackageId unknown = new PackageId("never_was");

        assertThatThrownBy(() -> admin().packages().update(unknown, archive("lost"), hash("before")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().packages().delete(unknown, hash("before")))
                .isInstanceOf(NotFoundException.class);
    }
}
