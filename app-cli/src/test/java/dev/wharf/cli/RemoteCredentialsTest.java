package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class RemoteCredentialsTest extends RemoteServer {
    @Test
    void every_form_of_credentials_in_the_environment_is_understood() {
        assertSignsIn("FIVETRAN_API_KEY", JOINED);
        assertSignsIn("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret");
        assertSignsIn("FIVETRAN_APIKEY", "the_key", "FIVETRAN_APISECRET", "the_secret");
        assertSignsIn("WHARF_API_KEY", "the_key", "WHARF_API_SECRET", "the_secret");
        assertSignsIn("WHARF_API_KEY", JOINED, "FIVETRAN_API_KEY", base64("other:one"));
    }

    @Test
    void a_key_on_the_command_line_works_with_a_warning() {
        Outcome outcome = shell.run("packages", "list", "--api-key", JOINED);

        assertThat(outcome.code()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
        assertThat(outcome.err())
                .contains("Warning: Every user of this machine can see --api-key")
                .doesNotContain(JOINED);
    }

    @Test
    void without_credentials_nothing_is_sent() {
        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains("FIVETRAN_API_KEY");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void a_key_without_its_secret_is_explained_without_showing_it() {
        shell.environment.put("FIVETRAN_API_KEY", "lonely_key");

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("FIVETRAN_API_KEY").doesNotContain("lonely_key");
    }

    @Test
    void a_profile_gives_address_and_credentials_and_the_environment_overrides_it() throws Exception {
        String address = shell.environment.remove("WHARF_API_URL");
        profiles(
                "[profiles.work]\napi_url = \"" + address + "\"\napi_key = \"the_key\"\napi_secret = \"the_secret\"\n");

        assertThat(shell.run("packages", "list", "--profile", "work").code()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);

        shell.environment.put("WHARF_PROFILE", "work");
        shell.environment.put("FIVETRAN_API_KEY", base64("from:environment"));
        assertThat(shell.run("packages", "list").code()).isZero();
        assertThat(authorizations).endsWith("Basic " + base64("from:environment"));
    }

    @Test
    void a_profile_others_may_read_is_refused() throws Exception {
        Path file = profiles("[profiles.work]\napi_key = \"the_key\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Outcome outcome = shell.run("packages", "list", "--profile", "work");

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains(file.toString()).contains("chmod 600");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void a_profile_that_cannot_be_understood_is_explained_without_quoting_it() throws Exception {
        profiles("[profiles.work]\napi_key = hunter2\n");
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains("is not TOML")
                .doesNotContain("hunter2");

        profiles("[profiles.work]\npassword = \"hunter2\"\n");
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains("'password'")
                .doesNotContain("hunter2");

        assertThat(shell.run("packages", "list", "--profile", "play").err()).contains("The file has: work");
    }

    @Test
    void a_profile_is_read_in_the_encoding_that_a_shell_of_windows_writes() throws Exception {
        Path file = profiles("");
        String toml = "\ufeff[profiles.work]\r\napi_key = \"the_key\"\r\napi_secret = \"the_secret\"\r\n";
        Files.write(file, toml.getBytes(StandardCharsets.UTF_16LE));

        assertThat(shell.run("packages", "list", "--profile", "work").code()).isZero();
        assertThat(authorizations).endsWith("Basic " + base64("the_key:the_secret"));

        Files.write(file, "[profiles.work]\napi_key = \"größe\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains(file + ":2 is neither UTF-8 nor UTF-16")
                .doesNotContain("gr");
    }

    @Test
    void the_doctor_says_which_credentials_are_used_and_whose_they_are() {
        shell.environment.put("FIVETRAN_API_KEY", "the_key");
        shell.environment.put("FIVETRAN_API_SECRET", "the_secret");
        body = "{\"code\":\"Success\",\"data\":{\"account_id\":\"a1\",\"account_name\":\"Tides\",\"user_id\":\"ada\"}}";

        Outcome outcome = shell.run("doctor");

        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out())
                .contains("from FIVETRAN_API_KEY and FIVETRAN_API_SECRET")
                .contains("Tides, as user ada")
                .contains("agrees with the server's")
                .doesNotContain("the_key", "the_secret");
    }

    private void assertSignsIn(String... variables) {
        String address = shell.environment.get("WHARF_API_URL");
        shell.environment.clear();
        shell.environment.put("WHARF_API_URL", address);
        for (int i = 0; i < variables.length; i += 2) {
            shell.environment.put(variables[i], variables[i + 1]);
        }
        authorizations.clear();
        Outcome outcome = shell.run("packages", "list");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
    }

    private Path profiles(String text) throws IOException {
        Path file = directory.resolve(".config/wharf/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
