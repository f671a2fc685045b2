package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayCommandLineTest extends ServerCommandLine {
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1, WHARF_UPSTREAM_KEY", "ftp://wharf.example, https://", "https:///, https://"})
    void a_gateway_without_credentials_or_to_nowhere_is_explained(String url, String explanation) {
        assertThat(run("--check", "--port", "0", "--data", directory.toString(), "--upstream", url))
                .isEqualTo(1);
        assertThat(err.toString()).contains(explanation).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "'proxy: ftp://ada:s3cret@proxy.example', wharf.upstream.proxy has the scheme ftp://",
        "'proxy: http://ada:s3cret@', The proxy address in wharf.upstream.proxy is not valid",
        "'ca-file: /no/such.pem', /no/such.pem"
    })
    void a_gateways_proxy_or_authority_that_cannot_be_is_told_at_its_start(String setting, String explanation)
            throws IOException {
        Path config = Files.writeString(
                directory.resolve("wharf.yml"),
                "wharf:\n  upstream:\n    url: https://account.example\n    key: k\n    secret: s\n    " + setting
                        + "\n");
        try {
            assertThat(run("--check", "--port", "0", "--data", directory.toString(), "--config", config.toString()))
                    .isEqualTo(1);
        } finally {
            System.clearProperty("micronaut.config.files");
        }
        assertThat(err.toString())
                .contains(explanation)
                .doesNotContain("Exception")
                .doesNotContain("s3cret");
    }

    @Test
    void a_gateway_says_what_it_is_the_gateway_to_and_never_with_what() throws IOException {
        Path config = Files.writeString(
                directory.resolve("wharf.yml"),
                "wharf:\n  upstream:\n    url: http://account.example\n    key: a-key\n    secret: a-secret\n");
        try {
            assertThat(run("--check", "--port", "0", "--data", directory.toString(), "--config", config.toString()))
                    .isZero();
        } finally {
            System.clearProperty("micronaut.config.files");
        }
        assertThat(out.toString())
                .contains("gateway to http://account.example")
                .doesNotContain("Warning")
                .doesNotContain("a-secret");
        assertThat(err.toString())
                .contains("Warning: the gateway calls its account without TLS")
                .doesNotContain("a-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account-name:",
                "upstream:\n    key:\n    secret:\n    ca-file:",
                "upstream:\n    key: ${NOT_SET}\n    proxy: ${NOT_SET}"
            })
    void what_is_left_empty_or_has_no_value_and_is_not_used_is_no_mistake(String settings) throws IOException {
        assertThat(checkWith("wharf:\n  " + settings + "\n")).as(err.toString()).isZero();
    }

    @Test
    void a_variable_that_a_setting_in_use_needs_is_named_and_no_mistake_of_ours() throws IOException {
        assertThat(checkWith("wharf:\n  account-name: ${NOT_SET}\n")).isEqualTo(1);
        assertThat(err.toString())
                .contains("Error: A setting is not valid: ", "NOT_SET", "Hint: Check --config and the environment.")
                .doesNotContain("Internal error");
    }

    private int checkWith(String yaml) throws IOException {
        Path config = Files.writeString(directory.resolve("wharf.yml"), yaml);
        try {
            return run("--check", "--port", "0", "--data", directory.toString(), "--config", config.toString());
        } finally {
            System.clearProperty("micronaut.config.files");
        }
    }
}
