package dev.wharf.cli.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
    @Test
    void blanks_part_words_and_quotes_keep_them() {
        assertThat(words(" fivetran  package ")).containsExactly("fivetran", "package");
        assertThat(words("'/opt/my tools/fivetran' package --x=\"a b\"\t''"))
                .containsExactly("/opt/my tools/fivetran", "package", "--x=a b", "");
        assertThat(words("/opt/my\\ tools/fivetran 'a\\b' \"a\\\"b\\c\""))
                .containsExactly("/opt/my tools/fivetran", "a\\b", "a\"b\\c");
    }

    @Test
    void nothing_else_of_a_shell_is_done() {
        assertThat(words("a $HOME && b | c; *")).containsExactly("a", "$HOME", "&&", "b", "|", "c;", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "''", "'a", "a \"b", "a\\"})
    void what_is_no_command_is_refused(String text) {
        assertThatThrownBy(() -> words(text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("--form-from");
    }

    private static List<String> words(String text) {
        return CommandWords.of("--form-from", text);
    }
}
