package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.Crowd;
import io.micronaut.core.type.Argument;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireMapperTest {
    @Test
    void all_have_the_same_one_however_many_prepare_it_and_want_it_at_once() {
        assertThat(new HashSet<>(Crowd.of(20, i -> {
                    if (i % 2 == 0) {
                        HttpAccount.prepare();
                    }
                    return WireMapper.get();
                })))
                .hasSize(1);
    }

    @Test
    void who_is_interrupted_has_it_too_and_stays_interrupted() throws IOException {
        Thread.currentThread().interrupt();
        boolean stayed;
        List<String> read;
        try {
            read = WireMapper.get().readValue("[\"a\"]", Argument.listOf(String.class));
        } finally {
            stayed = Thread.interrupted();
        }

        assertThat(read).containsExactly("a");
        assertThat(stayed).isTrue();
    }
}
