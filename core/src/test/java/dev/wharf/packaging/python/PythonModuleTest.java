package dev.wharf.packaging.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PythonModuleTest {
    @Test
    void of_a_line_without_end_only_the_beginning_is_kept() {
        PythonLexer lexer = new PythonLexer("x = [" + "1,".repeat(200_000) + "]\nconnector = x\n");

        assertThat(Objects.requireNonNull(lexer.next()).tokens()).hasSize(100_000);
        assertThat(Objects.requireNonNull(lexer.next()).tokens()).hasSize(3);
    }

    @Test
    void deep_nesting_needs_no_deep_stack() {
        String nested = "(".repeat(200_000) + ")".repeat(200_000) + "\n";
        String strings = "f'{".repeat(100_000) + "\n";

        assertThat(PythonModule.read(nested + "connector = 1").bindsConnector()).isTrue();
        assertThat(Objects.requireNonNull(PythonModule.read(strings).mistake()).line())
                .isEqualTo(1);
    }

    @Test
    void brackets_that_are_opened_by_the_million_are_not_kept_and_are_no_python() {
        assertThat(PythonModule.read("(".repeat(3_000_000)).mistake()).isNotNull();
        assertThat(PythonModule.read("f\"{".repeat(1_500_000)).mistake()).isNotNull();
    }
}
