package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.secrets.SecretSearch;
import dev.wharf.testkit.InMemoryProject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsCheckTest {
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEX = "0123456789abcdef";

    /** Text drawn from an alphabet, the same in every run; no token in this file is one that anybody ever used. */
    private static String random(String alphabet, int length) {
        Random random = new Random(length * 31L + alphabet.length());
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }

    private static String drawn(int length) {
        return random(ALPHANUMERIC, length);
    }

    private static String base64(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static String key(String label, String lineEnd) {
        return "-----BEGIN " + label + "-----" + lineEnd + base64(48) + lineEnd + base64(45) + lineEnd + "-----END "
                + label + "-----";
    }

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
    @CsvSource({
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK"
    })
    void a_private_key_is_found_however_its_lines_end(String label) {
        assertThat(Checked.places(project("a.txt", key(label, "\n")))).containsExactly("ERROR secret a.txt:1");
        assertThat(Checked.places(project("a.txt", key(label, "\r\n")))).hasSize(1);
        assertThat(Checked.places(project("a.json", "{\n\"private_key\": \"" + key(label, "\\n") + "\"}")))
                .containsExactly("ERROR secret a.json:2");
        assertThat(Checked.places(project("a.py", key(label, "\\n\"\n    \"")))).hasSize(1);
        assertThat(Checked.places(project("a.key", key(label, "\n")))).containsExactly("ERROR secret a.key:1");
    }

    /** A key without a passphrase, framed as {@code ssh-keygen} does; what it holds was drawn. */
    private static String openSsh(String type, int publicBytes, int privateBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("openssh-key-v1\0");
        for (String text : List.of("none", "none", "")) {
            out.writeInt(text.length());
            out.writeBytes(text);
        }
        out.writeInt(1);
        out.writeInt(8 + type.length() + publicBytes);
        out.writeInt(type.length());
        out.writeBytes(type);
        byte[] drawn = new byte[publicBytes + privateBytes];
        new Random(drawn.length).nextBytes(drawn);
        out.writeInt(publicBytes);
        out.write(drawn);
        String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes.toByteArray());
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519,32,140", "ssh-rsa,400,1300", "ecdsa-sha2-nistp256,80,180"})
    void an_openssh_key_is_found_for_all_the_zeros_in_its_frame(String type, int open, int closed) throws IOException {
        String key = openSsh(type, open, closed);

        assertThat(Checked.places(project("deploy_key", key))).containsExactly("ERROR secret deploy_key:1");
        assertThat(Checked.places(project("a.py", "# key\nKEY = '" + key.replace("\n", "\\n") + "'\n")))
                .containsExactly("ERROR secret a.py:2");
    }

    @Test
    void the_frame_of_an_openssh_key_without_the_key_is_none() throws IOException {
        String key = openSsh("ssh-ed25519", 32, 140);
        String cut = key.substring(0, key.indexOf('\n', key.indexOf('\n') + 1)) + "\n...\n";

        assertThat(Checked.places(project("README.md", cut))).isEmpty();
        assertThat(Checked.places(project("a.pem", "-----BEGIN PRIVATE KEY-----\n" + "A".repeat(64) + "\n-----END")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIVATE KEY",
                "ENCRYPTED PRIVATE KEY",
                "RSA PRIVATE KEY",
                "EC PRIVATE KEY",
                "DSA PRIVATE KEY",
                "PGP PRIVATE KEY BLOCK"
            })
    void a_key_in_any_armour_is_found_under_any_name(String label) {
        assertThat(Checked.places(project("notes", key(label, "\n")))).containsExactly("ERROR secret notes:1");
    }

    @Test
    void a_key_with_headers_is_found() {
        String headers = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011AA\n\n";

        assertThat(Checked.places(project("a", headers + base64(90)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if '-----BEGIN PRIVATE KEY-----' in text: pass",
                "pem = '-----BEGIN PRIVATE KEY-----\\n' + body + '\\n-----END PRIVATE KEY-----'",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n<YOUR_KEY>\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg...\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----"
            })
    void armour_without_a_key_is_none(String text) {
        assertThat(Checked.places(project("a.py", text))).isEmpty();
        assertThat(Checked.places(project("a.pem", text))).isEmpty();
    }

    @Test
    void certificates_are_no_secrets() {
        assertThat(Checked.places(project("ca.pem", key("CERTIFICATE", "\n")))).isEmpty();
        assertThat(Checked.places(project("ca.crt", key("CERTIFICATE", "\n")))).isEmpty();
        assertThat(Checked.places(project("a.key", key("PUBLIC KEY", "\n")))).isEmpty();
    }

    static Stream<String> assignments() {
        String token = drawn(32);
        return Stream.of(
                "password = \"hunter22!\"",
                "PASSWORD_PROD = 'tr0ub4dor'",
                "db_password: str = r\"c0rrect!h0rse\"",
                "connect(passwd='s3same!street')",
                "{\"api_key\": \"" + token + "\"}",
                "config[\"clientSecret\"] = '" + token + "'",
                "os.environ[\"AWS_SECRET_ACCESS_KEY\"] = \"" + base64(30) + "\"",
                "text = '{\\\"token\\\": \\\"" + token + "\\\"}'",
                "headers = {'X-Api-Key': '" + token + "'}",
                "headers = {'Authorization': 'Bearer " + token + "'}",
                "curl -H 'Authorization: Basic " + base64(24).replace("=", "") + "9'",
                "get('https://h.test/x?api_key=" + token + "&a=b')",
                "dsn = 'Server=db;Uid=sa;Pwd=h0rse-battery;'",
                "dsn = 'postgresql://app:h0rse-battery@db.internal:5432/x'",
                "url = 'https://ada:" + drawn(20) + "@git.internal/x.git'",
                "access_token => '" + token + "'");
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void a_secret_beside_its_name_is_found(String line) {
        assertThat(Checked.places(project("a.py", "\n" + line + "\n"))).containsExactly("ERROR secret a.py:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = \"<YOUR_PASSWORD>\"",
                "password = 'your_password1'",
                "password = 'xxxxxxxx1'",
                "password = 'changeme1'",
                "password = '${DB_PASSWORD}1'",
                "password = '{password1}'",
                "password = f'{a}-{b}1'",
                "password = '********1'",
                "password = '%(password)s'",
                "password = configuration.get('password1')",
                "password = os.environ['PASSWORD1']",
                "password = configuration.get('db_password_2', '')",
                "if password == 'hunter22!': pass",
                "password = 'secret'",
                "password = ''",
                "password = 'a b c 1 2 3'",
                "PASSWORD_FIELD = 'pass_word_column1'",
                "token_url = 'https://h.test/oauth2/token/v1/abcdefgh1'",
                "next_page_token = 'CAUQAA1234abcd5678EFGH'",
                "partition_key = 'a1b2c3d4e5f6a7b8c9d0e1'",
                "secret_name = 'prod/db/x1y2z3a4b5c6d7e8'",
                "api_key = 'example-1a2b3c4d5e6f7g8h9i'",
                "api_key = 'client_credentials_v2_flow'",
                "token = 'abcdefabcdefabcdef12'",
                "private_key = '/etc/keys/a1b2c3d4e5f6.pem'",
                "secret = 'arn:aws:secretsmanager:eu-west-1:123:secret:a1b2c3'",
                "headers = {'Authorization': f'Bearer {token}'}",
                "headers = {'Authorization': 'Bearer YOUR_ACCESS_TOKEN_1'}",
                "dsn = 'postgresql://user:password@localhost:5432/x'",
                "dsn = 'postgresql://app:s3cr3t!x@localhost:5432/x'",
                "dsn = 'postgresql://{user}:{password}@{host}/x'",
                "dsn = f'mysql://u:{p}@h/x'",
                "url = 'https://user:pass@example.com/x'",
                "url = 'amqp://guest:guest@rabbit/x'",
                "url = 'https://h.test:8443/a@b'",
                "dsn = 'Server=db;Uid=sa;Pwd={pwd};'",
                "import tokenize, keyword, secrets",
            })
    void what_stands_for_a_secret_is_none(String line) {
        assertThat(Checked.places(project("a.py", line + "\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings.yml", "prod.env", "a.ini", "b.properties", "run.sh"})
    void settings_need_no_quotes(String name) {
        assertThat(Checked.places(project(name, "a: b\nexport_password=h0rse-battery\n")))
                .hasSize(1);
        assertThat(Checked.places(project(name, "a: b\npassword=$PASSWORD1\ntoken: <YOUR_TOKEN>\n")))
                .isEmpty();
    }

    @Test
    void names_of_other_scripts_do_no_harm() {
        assertThat(Checked.places(project(
                        "config.json", "{\"пароль\": \"q8Wz4kPx2L\", \"\ud83d\udd11_password\": \"q8Wz4kPx2L\"}")))
                .hasSize(1);
    }

    @Test
    void elsewhere_a_word_without_quotes_is_none() {
        assertThat(Checked.places(project("notes.md", "password: h0rse-battery-staple1\n")))
                .isEmpty();
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
