package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.secrets.SecretSearch;
import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsCheckTest extends DrawnSecrets {
    private static final String HEX = "0123456789abcdef";

    static Stream<String> tokens() {
        String upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        return Stream.of(
                "AKIA" + random(upper, 16),
                "ASIA" + random(upper, 16),
                "AIza" + drawn(35),
                "GOCSPX-" + drawn(28),
                "ghp_" + drawn(36),
                "github_pat_" + drawn(22) + "_" + drawn(59),
                "glpat-" + drawn(20),
                "xoxb-" + drawn(40),
                "https://hooks.slack.com/services/T" + drawn(8) + "/B" + drawn(9) + "/" + drawn(24),
                "sk_live_" + drawn(24),
                "whsec_" + drawn(32),
                "sk-ant-api03-" + drawn(80),
                "sk-proj-" + drawn(60),
                "sk-" + drawn(48),
                "SG." + drawn(22) + "." + drawn(43),
                "SK" + random(HEX, 32),
                "npm_" + drawn(36),
                "pypi-AgEIcHlwaS5vcmc" + drawn(80),
                "dapi" + random(HEX, 32),
                "hf_" + drawn(34),
                "shpat_" + random(HEX, 32),
                "dop_v1_" + random(HEX, 64),
                "eyJ" + drawn(30) + ".eyJ" + drawn(60) + "." + drawn(43),
                "AGE-SECRET-KEY-1" + random("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58),
                "pat-na1-" + random(HEX, 8) + "-" + random(HEX, 4) + "-4a1b-9c2d-" + random(HEX, 12),
                "glrt-" + drawn(20),
                "dckr_pat_" + drawn(27),
                "glsa_" + drawn(32) + "_" + random(HEX, 8),
                "NRAK-" + random("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 27),
                "hvs." + drawn(95),
                "AccountKey=" + base64(64),
                "SharedAccessKey=" + base64(32));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_is_found_in_text_and_in_binary_files(String token) {
        String text = "first\nx = call('" + token + "')\n";
        byte[] binary = ("\0\1" + text).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Checked.places(project("a.py", text))).containsExactly("ERROR secret a.py:2");
        assertThat(Checked.places(InMemoryProject.withConnector().file("a.bin", binary)))
                .containsExactly("ERROR secret a.bin:2");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void no_more_than_four_letters_of_a_token_are_shown(String token) {
        String all = Checked.findings(project("a.py", "x = '" + token + "'\n")).toString();

        int secret = token.lastIndexOf('/') + 1;
        assertThat(all).doesNotContain(token.substring(secret, secret + 5));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_that_is_part_of_a_longer_word_is_none(String token) {
        boolean address = token.startsWith("https");
        assertThat(Checked.places(project("a.py", "x" + (address ? token.substring(8) : token))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
                "ghp_123456789012345678901234567890123456",
                "sk-ant-your-key-goes-here-and-is-longer-than-this",
                "SG.aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "AIzaSy...",
                "xoxb-your-token-here-please",
                "glpat-<YOUR_TOKEN_HERE_PLEASE>"
            })
    void a_token_that_was_made_up_is_none(String token) {
        assertThat(Checked.places(project("README.md", "Use " + token + " there.\n")))
                .isEmpty();
    }

    @Test
    void the_tokens_of_documentation_are_none() {
        String jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0"
                + "IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

        assertThat(Checked.places(project("a.md", jwt))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"snowflake_key.p8", "keys/a.p12", "a.PFX", "store.jks", "id_rsa", "a.pem", "a.key"})
    void a_file_of_keys_is_known_by_its_name(String path) {
        assertThat(Checked.places(project(path, "\u0001\u0000binary")))
                .singleElement()
                .asString()
                .startsWith("ERROR secret " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration_prod.json",
                "configuration-dev.json",
                "config.json",
                "config_eu.json",
                "credentials.json",
                "service_account.json",
                "client_secret_1.json"
            })
    void a_file_of_credentials_is_known_by_its_name_unless_it_has_none(String path) {
        assertThat(Checked.places(project(path, "{\"password\": \"horse\", \"host\": \"db\"}")))
                .containsExactly("ERROR secret " + path);
        assertThat(Checked.places(
                        project(path, "{\"password\": \"<PASSWORD>\", \"host\": \"db\", \"limit\": \"100\"}")))
                .isEmpty();
    }

    @Test
    void a_dot_file_ships_only_when_it_is_included_again_and_is_looked_at_then() {
        InMemoryProject project = project(".env", "DB_PASSWORD=horse\n").file(".netrc", "machine h password=horse\n");
        assertThat(Checked.places(project)).isEmpty();

        assertThat(Checked.places(project.file(".gitignore", "!.env\n!.netrc\n")))
                .containsExactly("ERROR secret .env", "ERROR secret .netrc");
    }

    @Test
    void an_allowed_secret_is_still_told_of() {
        InMemoryProject project = project("tests/a.key", key("PRIVATE KEY", "\n"));

        assertThat(Checked.findings(project, "tests/a.key")).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.rule()).isEqualTo(Rule.SECRET);
            assertThat(f.message()).contains("'tests/a.key' is allowed");
        });
        assertThat(Checked.places(project, "tests/*.key")).containsExactly("WARNING secret tests/a.key:1");
        assertThat(Checked.places(project, "**/a.*")).containsExactly("WARNING secret tests/a.key:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.key", "tests", "*.pem", "connector.py"})
    void an_allowance_that_matches_no_secret_allows_nothing_and_is_warned_of(String allowed) {
        InMemoryProject project = project("tests/a.key", key("PRIVATE KEY", "\n"));

        assertThat(Checked.places(project, allowed))
                .containsExactly("ERROR secret tests/a.key:1", "WARNING unused-allowance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!a", " ", "[z-a]"})
    void an_allowance_that_makes_no_sense_is_refused(String allowed) {
        assertThatThrownBy(() -> Checked.findings(InMemoryProject.withConnector(), allowed))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("'" + allowed + "'");
    }

    @Test
    void a_secret_is_found_wherever_it_lies_in_a_large_file() {
        String token = "ghp_" + drawn(36);
        String filler = "nothing to see here, 1234\n".repeat(40_000);
        List<String> missed = new ArrayList<>();
        for (int shift = 0; shift < 2600; shift += 37) {
            int at = 128 * 1024 - 2300 + shift;
            String text = filler.substring(0, at) + "\n " + token + " \n" + filler;
            long line = text.substring(0, at + 2).lines().count();
            List<String> places = Checked.places(project("a.txt", text));
            if (!places.equals(List.of("ERROR secret a.txt:" + line))) {
                missed.add(shift + ": " + places);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void one_file_has_a_bounded_number_of_findings() {
        String lines = "password = 'h0rse-battery'\n".repeat(1000);

        assertThat(Checked.places(project("a.py", lines))).hasSize(SecretSearch.MAX_PER_FILE);
    }

    private static InMemoryProject project(String path, String content) {
        return InMemoryProject.withConnector().file(path, content);
    }
}
