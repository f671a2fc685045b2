package dev.wharf.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.StorageException;
import dev.wharf.failure.StorageException.Reason;
import org.junit.jupiter.api.Test;

/** What callers are told of a disk that fails. */
class FailureAnswerTest {
    private static final StorageException FULL =
            new StorageException(Reason.FULL, "The disk is full: free some space, then try again.", null);

    @Test
    void a_disk_that_is_full_is_told_as_such() {
        FailureAnswer answer = FailureAnswer.to(FULL);

        assertThat(answer.status().getCode()).isEqualTo(507);
        assertThat(answer.code()).isEqualTo("InsufficientStorage");
    }

    @Test
    void it_is_also_where_somebody_says_what_was_being_done() {
        FailureAnswer answer = FailureAnswer.to(new StorageException("The change cannot be recorded.", FULL));

        assertThat(answer.status().getCode()).isEqualTo(507);
    }

    @Test
    void a_disk_that_fails_otherwise_is_a_fault_of_the_server() {
        FailureAnswer answer = FailureAnswer.to(new StorageException("The disk failed: check it.", null));

        assertThat(answer.status().getCode()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("StorageFailure");
    }
}
