package dev.wharf.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void a_failure_tells_people_what_to_do_and_programs_what_it_was() {
        assertThat(new BindingConflictException("happy_harmony", "early_bird"))
                .hasMessageContainingAll("happy_harmony", "early_bird", "Upload the same archive again")
                .returns("early_bird", BindingConflictException::connectionId);
        assertThat(new PackageInUseException("happy_harmony", List.of("early_bird")))
                .hasMessageContainingAll("happy_harmony", "early_bird", "Delete that connection")
                .returns("early_bird", PackageInUseException::connectionId);
        assertThat(new PackageInUseException("happy_harmony", List.of("early_bird", "late_owl")))
                .hasMessageContainingAll("2 connections: early_bird, late_owl", "Delete those connections")
                .returns(List.of("early_bird", "late_owl"), PackageInUseException::connectionIds);
        assertThat(new TooLargeException(209_715_200))
                .hasMessageContaining("200 MiB")
                .returns(209_715_200L, TooLargeException::limit);
        assertThat(new NotFoundException(NotFoundException.Resource.PACKAGE, "gone"))
                .returns(NotFoundException.Resource.PACKAGE, NotFoundException::resource);
        assertThat(new IntegrityException("changed", "aa", "bb"))
                .returns("aa", IntegrityException::expected)
                .returns("bb", IntegrityException::actual);
        assertThat(new InvalidArchiveException(InvalidArchiveException.Reason.OTHER, "no"))
                .returns(InvalidArchiveException.Reason.OTHER, InvalidArchiveException::reason);
    }

    @Test
    void what_an_account_does_not_tell_is_not_made_up() {
        assertThat(new BindingConflictException("happy_harmony", null))
                .hasMessageContaining("another connection")
                .returns(null, BindingConflictException::connectionId);
        assertThat(new PackageInUseException("happy_harmony", List.of()))
                .hasMessageContaining("a connection")
                .returns(null, PackageInUseException::connectionId);
        assertThat(new TooLargeException("the body is too large"))
                .hasMessage("the body is too large")
                .returns(0L, TooLargeException::limit);
    }

    @Test
    void what_may_work_later_tells_when() {
        assertThat(new RateLimitedException("slow down", Duration.ofSeconds(7), null))
                .returns(Duration.ofSeconds(7), RateLimitedException::retryAfter);
        assertThat(new UnavailableException("away", Duration.ofSeconds(9), null))
                .returns(Duration.ofSeconds(9), UnavailableException::retryAfter);
    }

    @Test
    void a_failure_keeps_its_cause_and_takes_one_later_if_it_had_none() {
        IOException cause = new IOException("disk");

        assertThat(new StorageException("failed", cause)).hasCause(cause).hasMessage("failed");
        assertThat(new UnexpectedAnswerException("odd", null).initCause(cause)).hasCause(cause);
    }
}
