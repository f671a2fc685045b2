package dev.wharf.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VerifiedStreamTest {
    private static final byte[] BYTES = "some bytes".repeat(2000).getBytes(StandardCharsets.UTF_8);

    private static InputStream right() {
        return VerifiedStream.of(new ByteArrayInputStream(BYTES), Sha256.of(BYTES));
    }

    private static InputStream wrong() {
        return VerifiedStream.of(new ByteArrayInputStream(BYTES), Sha256.of(new byte[0]));
    }

    @Test
    void right_bytes_pass_and_end_however_they_are_read() throws IOException {
        try (InputStream in = right()) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
            assertThat(in.read()).isEqualTo(-1);
        }
        try (InputStream in = right()) {
            for (byte expected : BYTES) {
                assertThat(in.read()).isEqualTo(expected);
            }
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[10])).isEqualTo(-1);
        }
    }

    @Test
    void wrong_bytes_never_end() throws IOException {
        try (InputStream in = wrong()) {
            assertThat(in.readNBytes(BYTES.length)).isEqualTo(BYTES);
            assertThatThrownBy(in::read)
                    .isInstanceOfSatisfying(IntegrityException.class, e -> assertThat(e.actual())
                            .isEqualTo(Sha256.of(BYTES).hex()))
                    .hasMessageContaining(Sha256.of(new byte[0]).hex());
        }
    }

    @Test
    void whoever_reads_on_after_the_failure_fails_again() throws IOException {
        try (InputStream in = wrong()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(in::read).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void skipped_bytes_count() throws IOException {
        try (InputStream in = right()) {
            assertThat(in.skip(9_000)).isEqualTo(9_000);
            assertThat(in.readAllBytes()).hasSize(BYTES.length - 9_000);
        }
        try (InputStream in = right()) {
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(BYTES.length);
        }
        try (InputStream in = wrong()) {
            assertThatThrownBy(() -> in.skip(Long.MAX_VALUE)).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void an_empty_read_tells_nothing_and_going_back_is_not_offered() throws IOException {
        try (InputStream in = wrong()) {
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.markSupported()).isFalse();
        }
    }

    @Test
    void closing_closes_what_is_guarded() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream guarded = new ByteArrayInputStream(BYTES) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        VerifiedStream.of(guarded, Sha256.of(BYTES)).close();

        assertThat(closed).isTrue();
    }
}
