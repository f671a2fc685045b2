package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void what_drives_a_terminal_is_made_visible() {
        assertThat(Shown.line("a\u001b[2Jb\u009bc\u202ed\u0007\n"))
                .isEqualTo("a\\u001b[2Jb\\u009bc\\u202ed\\u0007\\u000a");
    }

    @Test
    void letters_of_any_script_stay_as_they_are() {
        assertThat(Shown.line("Zürich 東京 🙂")).isEqualTo("Zürich 東京 🙂");
    }

    @Test
    void cells_of_a_table_are_made_harmless_and_stay_aligned() {
        List<String> lines =
                Table.headed("ID", "SIZE").row("\u001b[0m", 7L).row(null, 1234L).lines();

        assertThat(lines).containsExactly("ID         SIZE", "\\u001b[0m     7", "-          1234");
    }

    @Test
    void json_holds_no_control_character_either() {
        String json = Json.text(Map.of("name", "a\u001b\u009bü"));

        assertThat(json).isEqualTo("{\n  \"name\": \"a\\u001B\\u009B\\u00FC\"\n}");
    }
}
