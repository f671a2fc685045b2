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
        assertThat(standing.ended(stopped)).isEqualTo("Interrupted; nothing is half done.");
        assertThat(standing.unanswered())
                .isEqualTo("Interrupted before the account had answered. It may be done still. Look at what is there"
                        + " before you run the command again.");
    }

    @Test
    void the_last_step_and_what_mends_it_are_named() {
        standing.mendsItself();
        standing.begins("POST /v1/groups: make the destination quay");

        assertThat(standing.unanswered())
                .isEqualTo("Interrupted before the account had answered; the last step was POST /v1/groups: make the"
                        + " destination quay. It may be done still. Run the same command again: it finds what this one"
                        + " left.");
    }

    @Test
    void what_was_reached_goes_before_how_it_ended() {
        UnknownUploadException lost =
                new UnknownUploadException("Look for it.", new UnavailableException("away", null, null));
        assertThat(standing.ended(lost)).isEqualTo("Interrupted. Look for it.");

        standing.reached("It is deployed.");

        assertThat(standing.ended(lost)).isEqualTo("Interrupted. It is deployed.");
    }
}
