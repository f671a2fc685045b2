package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.check.Finding;
import dev.wharf.port.Pace;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    /** What the vendor's encrypt_value made of "s3cret-ü" for the field "password", with the key beside it. */
    private static final String ENCRYPTED = "fivetran_encrypted:v2RTwVEWH8E77+ysIvTIjC6F2ndrMaoP97Q471S0iWfccEhpDA==";

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** What Python's cryptography.fernet made of "s3cret-ü" with the same key, as the vendor's enter_configuration.py writes it. */
    private static final String SIGNED =
            "ENCRYPTED:v1:k1:local-fernet:gAAAAABpJ1eQAAECAwQFBgcICQoLDA0OD6Jn2csqiGroumPn3RC"
                    + "r3Tm_8777w1Qo1SuJ1EgVNn3y1DyUnrEXiEC0g8Lmi57qJg==";

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Set<String> mayBeEmpty = Set.of();

    @Test
    void references_are_replaced_wherever_they_stand() throws Exception {
        environment.put("HOST", "db1");
        environment.put("EMPTY", "");

        assertThat(value("${HOST}")).isEqualTo("db1");
        assertThat(value("https://${HOST}:${PORT:-5432}/${HOST}?${EMPTY:-x}")).isEqualTo("https://db1:5432/db1?x");
        assertThat(value("$${HOST} and $${")).isEqualTo("${HOST} and ${");
        assertThat(value("pa$$w0rd$1\\\\")).isEqualTo("pa$$w0rd$1\\");
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_a_variable_holds_is_no_reference() throws Exception {
        environment.put("SECRET", "${HOST}$$(x)");

        assertThat(value("${SECRET}")).isEqualTo("${HOST}$$(x)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${api key}", "x${", "${{ secrets.KEY }}", "${A:-${B}}", "${A-b}", "${1}"})
    void a_beginning_that_begins_no_reference_is_refused(String written) throws Exception {
        assertRefused(() -> value(written)).hasMessageContaining("'key'").hasMessageContaining("begins no reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$API_KEY", "$api_key", "host=$API_KEY", "{{API_KEY}}", "x {{ key }}", "$(API_KEY)"})
    void a_reference_of_another_tool_is_sent_with_a_warning_that_does_not_quote_it(String written) throws Exception {
        assertThat(value(written)).isEqualTo(written);

        assertThat(warnings).singleElement().asString().contains("'key'").doesNotContain(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$Word", "x$ABCdef", "a$", "$1", "$.items[*]", "{x}", "cost: $5"})
    void a_dollar_sign_of_a_password_or_a_path_is_no_reference(String written) throws Exception {
        assertThat(value(written)).isEqualTo(written);

        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "'  ',blank", "'\t',blank", "'\n',blank"})
    void a_variable_that_holds_nothing_is_refused_with_key_and_variable(String held, String how) throws Exception {
        environment.put("API_KEY", held);

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("'key'")
                .hasMessageContaining("API_KEY, which is set, but " + how)
                .hasMessageContaining("--allow-empty key");
        assertRefused(() -> value("https://${API_KEY}/x")).hasMessageContaining("API_KEY, which is set, but " + how);
    }

    @Test
    void a_variable_that_is_not_set_is_refused() throws Exception {
        mayBeEmpty = Set.of("key");

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("API_KEY, which is not set: set it, or write ${API_KEY:-otherwise}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "hunter2\r\n", "hunter2\r", "hunter2\n\n"})
    void a_line_end_at_the_end_of_one_line_is_refused_without_the_value(String held) throws Exception {
        environment.put("API_KEY", held);

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("API_KEY, which ends with a line end")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_text_of_several_lines_may_end_with_a_line_end() throws Exception {
        environment.put("KEY", "-----BEGIN X-----\nabc\n-----END X-----\n");
        environment.put("TOKEN", "hunter2");

        assertThat(value("${KEY}")).endsWith("END X-----\n");
        assertThat(value("${TOKEN}\\n")).isEqualTo("hunter2\n");
    }

    @Test
    void a_variable_of_stars_is_refused() throws Exception {
        environment.put("API_KEY", "******");

        assertRefused(() -> value("${API_KEY}")).hasMessageContaining("API_KEY, which is only stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "undefined", "NULL"})
    void the_word_for_nothing_is_sent_with_a_warning(String held) throws Exception {
        environment.put("API_KEY", held);

        assertThat(value("${API_KEY}")).isEqualTo(held);

        assertThat(warnings).singleElement().asString().contains("'key'").contains("null or undefined");
    }

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

    @Test
    void what_the_vendors_tool_encrypted_is_decrypted_with_its_key() throws Exception {
        keep(KEY + "\n");
        environment.put("SEALED", ENCRYPTED);

        assertThat(read("{\"password\": \"%s\"}".formatted(ENCRYPTED)))
                .containsExactly(new Secret("password", "s3cret-ü"));
        assertThat(read("{\"password\": \"${SEALED}\"}")).containsExactly(new Secret("password", "s3cret-ü"));
    }

    @Test
    void an_encrypted_value_is_refused_where_its_key_is_not_or_does_not_fit() throws Exception {
        String json = "{\"password\": \"%s\"}".formatted(ENCRYPTED);
        Path keyFile = directory.resolve(".fivetran/connector_sdk/config_encryption_key");

        assertRefused(() -> read(json))
                .hasMessageContaining("'password'")
                .hasMessageContaining("not there: " + keyFile);
        keep("AAAA");
        assertRefused(() -> read(json)).hasMessageContaining(keyFile + " holds no key");
        keep("no base64!");
        assertRefused(() -> read(json)).hasMessageContaining(keyFile + " holds no key");
        keep(KEY);
        assertRefused(() -> read(json.replace("password", "other")))
                .hasMessageContaining("'other'")
                .hasMessageContaining("cannot be decrypted");
        assertRefused(() -> value("fivetran_encrypted:AAAA")).hasMessageContaining("cannot be decrypted");
        assertRefused(() -> value("fivetran_encrypted:")).hasMessageContaining("cannot be decrypted");
        assertRefused(() -> value("fivetran_encrypted:???")).hasMessageContaining("cannot be decrypted");
    }

    @Test
    void a_key_file_that_others_may_read_is_refused() throws Exception {
        Path sealing = keep(KEY);
        Path signing = keepSigning("FERNET_KEY:v1:k1:" + KEY);
        for (Path file : List.of(sealing, signing)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }

        assertRefused(() -> read("{\"password\": \"%s\"}".formatted(ENCRYPTED)))
                .hasMessageContaining("others may read " + sealing)
                .hasMessageContaining("chmod 600");
        assertRefused(() -> value(SIGNED)).hasMessageContaining("others may read " + signing);
    }

    @Test
    void what_the_vendors_other_tool_encrypted_is_decrypted_with_its_key() throws Exception {
        keepSigning("FERNET_KEY:v1:k1:" + KEY + "\n");
        environment.put("SIGNED", SIGNED);

        assertThat(value(SIGNED)).isEqualTo("s3cret-ü");
        assertThat(value("${SIGNED}")).isEqualTo("s3cret-ü");
        assertThat(read("{\"a\": [\"%s\", \"b\"]}".formatted(SIGNED)))
                .containsExactly(new Secret("a", new SecretValue.Texts(List.of("s3cret-ü", "b"))));
    }

    @Test
    void a_value_that_another_tool_encrypted_is_refused_with_its_key() throws Exception {
        assertRefused(() -> value("ENCRYPTED:v1:k1:local-fernet:gAAAA"))
                .hasMessageContaining("'key'")
                .hasMessageContaining("the key 'k1'")
                .hasMessageContaining("not there: " + directory.resolve(".fivetran/csdk_master_secret"))
                .hasMessageNotContaining("gAAAA");
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

    @Test
    void a_value_whose_key_is_another_or_does_not_fit_is_refused_without_the_value() throws Exception {
        Path keyFile = keepSigning("FERNET_KEY:v1:k2:" + KEY);
        assertRefused(() -> value(SIGNED))
                .hasMessageContaining("the key 'k1'")
                .hasMessageContaining(keyFile + " holds the key 'k2'");

        keepSigning("FERNET_KEY:v1:k1:" + KEY.replace("AAEC", "BBEC"));
        assertRefused(() -> value(SIGNED))
                .hasMessageContaining("cannot be decrypted with the key 'k1' in " + keyFile)
                .hasMessageNotContaining("gAAAA");
        keepSigning("FERNET_KEY:v1:k1:" + KEY);
        assertRefused(() -> value(SIGNED.replace("AABp", "AABq"))).hasMessageContaining("cannot be decrypted");

        for (String odd :
                List.of("", KEY, "FERNET_KEY:v2:k1:" + KEY, "FERNET_KEY:v1:k1:AAAA", "FERNET_KEY:v1:k1:???")) {
            keepSigning(odd);
            assertRefused(() -> value(SIGNED)).hasMessageContaining(keyFile + " holds no key");
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENCRYPTED:gAAAA-token",
                "ENCRYPTED:v1:k1:kms:gAAAA-token",
                "ENCRYPTED:v2:k1:local-fernet:gAAAA-token",
                "ENCRYPTED:v1:local-fernet:gAAAA-token",
                "ENCRYPTED:"
            })
    void an_encrypted_value_of_a_form_that_is_not_known_is_refused(String written) throws Exception {
        keepSigning("FERNET_KEY:v1:k1:" + KEY);

        assertRefused(() -> value(written))
                .hasMessageContaining("'key'")
                .hasMessageContaining("a form that Wharf does not know")
                .hasMessageNotContaining("gAAAA");
    }

    private Path keep(String key) throws Exception {
        return keepAlone(directory.resolve(".fivetran/connector_sdk/config_encryption_key"), key);
    }

    private Path keepSigning(String line) throws Exception {
        return keepAlone(directory.resolve(".fivetran/csdk_master_secret"), line);
    }

    private static Path keepAlone(Path file, String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private String value(String written) throws Exception {
        SecretValue value = read("{\"key\": \"" + written + "\"}").get(0).value();
        return value.texts().findFirst().orElseThrow();
    }

    private List<Secret> read(String json) throws Exception {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<Secret> read(byte[] json) throws Exception {
        Path file = Files.write(directory.resolve("prod.json"), json);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                "ada",
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Terminal.NONE,
                Pace.system());
        return new ConfigurationFile(file, new ConfigurationValues(surroundings, mayBeEmpty, warnings::add)).read();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class);
    }
}
