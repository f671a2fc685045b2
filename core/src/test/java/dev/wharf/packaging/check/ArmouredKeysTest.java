package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmouredKeysTest extends DrawnSecrets {
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

    private static InMemoryProject project(String path, String content) {
        return InMemoryProject.withConnector().file(path, content);
    }
}
