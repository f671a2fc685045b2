package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnnouncedStreamTest {
    private static final byte[] FIVE = {1, 2, 3, 4, 5};

    @Test
    void as_many_bytes_as_announced_pass() throws IOException {
        assertThat(announced(5).readAllBytes()).isEqualTo(FIVE);
        assertThat(announced(5).read()).isEqualTo(1);
    }

    @Test
    void more_and_fewer_fail_instead_of_ending() {
        assertThatThrownBy(() -> announced(4).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more");
        assertThatThrownBy(() -> announced(6).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1 bytes before");
    }

    private static AnnouncedStream announced(long size) {
        return new AnnouncedStream(new ByteArrayInputStream(FIVE), size);
    }
}
