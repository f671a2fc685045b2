package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void a_size_is_read_in_bytes_or_in_a_unit() {
        assertThat(Sizes.parse("0")).hasValue(0);
        assertThat(Sizes.parse("1048576")).hasValue(1 << 20);
        assertThat(Sizes.parse("500M")).hasValue(500L << 20);
        assertThat(Sizes.parse("2GiB")).hasValue(2L << 30);
    }

    @Test
    void what_is_no_size_or_too_large_for_one_is_not_read() {
        assertThat(Sizes.parse("")).isEmpty();
        assertThat(Sizes.parse("-1")).isEmpty();
        assertThat(Sizes.parse("2 G")).isEmpty();
        assertThat(Sizes.parse("2GB")).isEmpty();
        assertThat(Sizes.parse("999999999999999T")).isEmpty();
    }
}
