package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.WharfException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class FailureKindTest {
    private final Hints hints = new Hints(new NextCommand(List.of("--profile", "ci")));

    @Test
    void every_failure_has_a_kind_of_its_own_with_its_exit_code() {
        Map<String, Integer> exitCodes = new TreeMap<>();
        Arrays.stream(WharfException.class.getPermittedSubclasses()).forEach(type -> {
            Throwable failure = type.equals(NotFoundException.class)
                    ? new NotFoundException(NotFoundException.Resource.OTHER, "Nothing.")
                    : (Throwable) Mockito.mock(type);
            FailureKind kind = FailureKind.of(failure);
            assertThat(hints.of(kind, failure)).as(type.getSimpleName()).isNotBlank();
            exitCodes.put(type.getSimpleName().replace("Exception", ""), kind.exitCode());
            assertThat(kind.code().replace("_", ""))
                    .isEqualToIgnoringCase(type.getSimpleName().replace("Exception", ""));
        });

        assertThat(exitCodes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("BindingConflict", 4),
                        Map.entry("ChangedMeanwhile", 4),
                        Map.entry("UploadKeyReused", 4),
                        Map.entry("Conflict", 4),
                        Map.entry("Integrity", 5),
                        Map.entry("InterruptedTransfer", 7),
                        Map.entry("InvalidArchive", 8),
                        Map.entry("InvalidProject", 8),
                        Map.entry("InvalidRequest", 2),
                        Map.entry("NotAllowed", 6),
                        Map.entry("NotAuthenticated", 6),
                        Map.entry("NotFound", 3),
                        Map.entry("PackageInUse", 4),
                        Map.entry("RateLimited", 7),
                        Map.entry("Storage", 1),
                        Map.entry("TooLarge", 8),
                        Map.entry("Unavailable", 7),
                        Map.entry("UnexpectedAnswer", 1)));
    }

    @Test
    void a_mistake_of_ours_ends_with_one_and_cancelling_with_one_hundred_and_thirty() {
        assertThat(FailureKind.of(new IllegalStateException("x")).exitCode()).isEqualTo(1);
        assertThat(FailureKind.of(new CancelledException("x")).exitCode()).isEqualTo(130);
    }
}
