package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnknownUploadException;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final Standing standing = new Standing();
    private final CancelledException stopped = new CancelledException("Interrupted.");

    @Test
    void what_was_not_begun_is_not_half_done() {
        assertThat(standing.ended(stopped)).isEqualTo("Interrupted. Nothing was left incomplete.");
        assertThat(standing.unanswered())
                .isEqualTo("Interrupted before the account answered. The account may still do it. Check the account"
                        + " before you run the command again.");
    }

    @Test
    void the_last_step_and_what_mends_it_are_named() {
        standing.mendsItself();
        standing.begins("POST /v1/groups: create the destination quay");

        assertThat(standing.unanswered())
                .isEqualTo("Interrupted before the account answered. The last step was POST /v1/groups:"
                        + " create the destination quay. The account may still do it. Run the same command again. It"
                        + " continues from what this one left.");
    }

    @Test
    void what_was_reached_goes_before_how_it_ended() {
        UnknownUploadException lost =
                new UnknownUploadException("Look for it.", new UnavailableException("away", null, null));
        assertThat(standing.ended(lost)).isEqualTo("Interrupted. Look for it.");

        standing.reached("The deploy is complete.");

        assertThat(standing.ended(lost)).isEqualTo("Interrupted. The deploy is complete.");
    }
}
