package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.check.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest extends ReadConfiguration {
    @Test
    void a_value_that_is_written_out_empty_is_refused_unless_it_is_allowed() throws Exception {
        assertRefused(() -> value("")).hasMessageContaining("is empty").hasMessageContaining("--allow-empty key");
        assertRefused(() -> value("  ")).hasMessageContaining("is blank");
        assertRefused(() -> read("{\"key\": []}")).hasMessageContaining("an empty list");
        assertRefused(() -> read("{\"key\": [\"a\", \"\"]}")).hasMessageContaining("is empty");

        mayBeEmpty = Set.of("key");
        environment.put("API_KEY", "");

        assertThat(value("")).isEmpty();
        assertThat(value("${API_KEY}")).isEmpty();
        assertRefused(() -> read("{\"other\": \"\"}")).hasMessageContaining("'other'");
    }

    @Test
    void lists_of_texts_and_no_value_are_taken() throws Exception {
        environment.put("HOST", "db2");

        assertThat(read("{\"hosts\": [\"db1\", \"${HOST}\"], \"password\": null}"))
                .containsExactly(
                        new Secret("hosts", new SecretValue.Texts(List.of("db1", "db2"))),
                        new Secret("password", SecretValue.NONE));
        assertRefused(() -> read("{\"key\": [1]}")).hasMessageContaining("'key'");
        assertRefused(() -> read("{\"key\": [[\"a\"]]}")).hasMessageContaining("'key'");
        assertRefused(() -> read("{\"key\": {}}")).hasMessageContaining("'key'");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \ufeff",
        "UTF-16LE, ''",
        "UTF-16LE, \ufeff",
        "UTF-16BE, ''",
        "UTF-16BE, \ufeff",
        "UTF-32BE, \ufeff"
    })
    void every_encoding_that_editors_save_is_read(String charset, String mark) throws Exception {
        byte[] bytes = (mark + "{\"größe\": \"表\"}").getBytes(Charset.forName(charset));

        assertThat(read(bytes)).containsExactly(new Secret("größe", "表"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "// c\n{}",
                "{\"a\": \"hunter2\",}",
                "{\"a\": 5, \"b\": true}",
                "{\"a\": {\"b\": \"hunter2\"}}",
                "{\"a\": \"x\", \"a\": \"hunter2\"}",
                "{\"a\": \"b\"} x",
                "{\"a\": \"café\"}",
                "{\"\": \"b\"}",
                "{\"ok\": \"x\",\n\" a \": \"hunter2\"}",
                "{\"a\": \"x\\u0000hunter2\"}",
                "{\"a\": \"\\ud83d\"}"
            })
    void what_the_check_of_a_project_warns_of_is_refused_with_the_same_words(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.ISO_8859_1);
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(project.resolve("connector.py"), "connector = 1\n");
        Files.write(project.resolve("configuration.json"), bytes);
        List<Finding> warned =
                ConnectorProject.read(new DirectoryProject(project)).findings();

        assertThat(warned).isNotEmpty();
        AbstractThrowableAssert<?, ? extends Throwable> refused = assertRefused(() -> read(bytes));
        for (Finding finding : warned) {
            String place = directory.resolve("prod.json") + (finding.line() > 0 ? ":" + finding.line() : "");
            refused.hasMessageContaining(place + ": " + finding.message() + " " + finding.advice())
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_as_the_check_warns_of_it() throws Exception {
        assertRefused(() -> read(" ".repeat(1 << 20) + "{}")).hasMessageContaining("larger than 1 MiB");
    }
}
