package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiskFailureTest {
    @ParameterizedTest
    @MethodSource
    void a_message_says_what_to_do_and_shows_no_path(IOException cause, String remedy) {
        StorageException failure = DiskFailure.of("store the archive", cause);

        assertThat(failure).hasMessageStartingWith("Cannot store the archive: ").hasMessageContaining(remedy);
        assertThat(failure.getMessage()).doesNotContain("secret");
        assertThat(failure).hasCause(cause);
        assertThat(failure.reason() == StorageException.Reason.FULL).isEqualTo("Free some space".equals(remedy));
    }

    static Arguments[] a_message_says_what_to_do_and_shows_no_path() {
        return new Arguments[] {
            Arguments.of(new FileSystemException("/secret", null, "No space left on device"), "Free some space"),
            Arguments.of(new IOException("No space left on device"), "Free some space"),
            Arguments.of(new FileSystemException("/secret", null, "Disk quota exceeded"), "Free some space"),
            Arguments.of(new IOException("There is not enough space on the disk"), "Free some space"),
            Arguments.of(new FileSystemException("/secret", null, "Read-only file system"), "Make it writable"),
            Arguments.of(new FileSystemException("/secret", null, "Not a directory"), "Move the file away"),
            Arguments.of(new NoSuchFileException("/secret"), "is missing"),
            Arguments.of(new AccessDeniedException("/secret"), "permission denied"),
            Arguments.of(new AtomicMoveNotSupportedException("/secret", "/secret", null), "single file system"),
            Arguments.of(new ClosedByInterruptException(), "interrupted"),
            Arguments.of(new IOException("Input/output error on /secret"), "Check the disk"),
            Arguments.of(new IOException((String) null), "Check the disk"),
        };
    }
}
