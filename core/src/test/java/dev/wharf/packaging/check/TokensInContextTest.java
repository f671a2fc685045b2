package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensInContextTest extends DrawnTokens {
    static Stream<String> linked() {
        String signature = base64(32).replace("=", "%3D").replace("+", "%2B").replace("/", "%2F");
        return Stream.of(
                "https://x.blob.core.windows.net/c?sv=2024-11-04&se=2027-01-01&sp=r&sig=" + signature,
                "BlobEndpoint=https://x.blob.core.windows.net;SharedAccessSignature=sv=2024&sig=" + signature,
                "https://acme.webhook.office.com/webhookb2/" + uuid() + "@" + uuid() + "/IncomingWebhook/" + hex(32)
                        + "/" + uuid(),
                "xoxe.xoxp-1-" + all(160),
                "curl -H 'Authorization: Token token=" + all(20) + "'",
                "curl -H 'Authorization: SSWS 00" + all(40) + "'",
                "headers = {'Authorization': 'Bot " + all(60) + "'}",
                "headers = {'Authorization': 'Token " + hex(40) + "'}");
    }

    @ParameterizedTest
    @MethodSource("linked")
    void what_an_address_or_a_header_carries_is_found(String line) {
        assertThat(Checked.places(project("a.py", "\nx = \"" + line + "\"\n"))).containsExactly("ERROR secret a.py:2");
    }

    static Stream<String> named() {
        return Stream.of(
                "FIVETRAN_API_KEY = '"
                        + Base64.getEncoder()
                                .encodeToString((all(16) + ":" + all(32)).getBytes(StandardCharsets.US_ASCII))
                        + "'",
                "fivetran_api_secret = '" + all(32) + "'",
                "OKTA_API_TOKEN = '00" + all(40) + "'",
                "DD_API_KEY = '" + hex(32) + "'",
                "DATADOG_APP_KEY = '" + hex(40) + "'",
                "CLOUDFLARE_API_TOKEN = '" + all(40) + "'",
                "PAGERDUTY_API_KEY = 'u+" + all(18) + "'",
                "SENTRY_AUTH_TOKEN = '" + hex(64) + "'",
                "ASANA_CLIENT_SECRET = '" + hex(32) + "'",
                "ZENDESK_API_TOKEN = '" + all(40) + "'",
                "{\"twilio_auth_token\": \"" + hex(32) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("named")
    void what_has_no_form_of_its_own_is_found_beside_its_name(String line) {
        assertThat(Checked.places(project("a.py", "\n" + line + "\n"))).containsExactly("ERROR secret a.py:2");
    }

    @Test
    void a_service_accounts_key_file_is_found_under_any_name() {
        String key = "-----BEGIN " + "PRIVATE KEY-----\\n" + base64(1200).replaceAll("(.{64})", "$1\\\\n")
                + "\\n-----END " + "PRIVATE KEY-----\\n";
        String json = "{\n\"type\": \"service_account\",\n\"private_key_id\": \"" + hex(40) + "\",\n\"private_key\": \""
                + key + "\",\n\"client_email\": \"a@p.iam.gserviceaccount.com\"\n}\n";

        assertThat(Checked.places(project("warehouse.json", json))).containsExactly("ERROR secret warehouse.json:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void a_key_of_putty_is_found_under_any_name(String end) {
        String ppk = String.join(
                end,
                "PuTTY-User-Key-File-3: ssh-ed25519",
                "Encryption: none",
                "Comment: a",
                "Public-Lines: 2",
                base64(48),
                base64(20),
                "Private-Lines: 1",
                base64(36),
                "Private-MAC: " + hex(64));

        assertThat(Checked.places(project("deploy.txt", ppk))).containsExactly("ERROR secret deploy.txt:7");
        assertThat(Checked.places(project("a.ppk", "\1\2"))).containsExactly("ERROR secret a.ppk");
    }

    private static InMemoryProject project(String path, String content) {
        return InMemoryProject.withConnector().file(path, content);
    }
}
