package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys in the forms in which people write them down, made here for the purpose. */
class PrivateKeyFormsTest {
    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (size > 0) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String armoured(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static Stream<String> keys() {
        return Stream.of(pair("RSA", 2048), pair("EC", 256), pair("EC", 521), pair("Ed25519", 0))
                .map(pair -> armoured("PRIVATE KEY", pair.getPrivate()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_found_in_comments_quotations_and_markup(String key) {
        for (String begin : new String[] {"# ", "// ", " * ", "> ", "; ", "| "}) {
            assertFound("a.txt", begin + key.strip().replace("\n", "\n" + begin));
        }
        assertFound("a.xml", "<k>" + key.replace("\n", "&#10;") + "</k>");
        assertFound("a.txt", key.replace("\n", " "));
        assertFound("a.txt", key.replace("\n", ""));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_found_in_base64_once_more(String key) {
        assertFound("a.yaml", "key: " + encoded(key.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void secrets_are_found_in_text_of_wide_characters(String encoding) {
        String key = armoured("PRIVATE KEY", pair("EC", 256).getPrivate());
        Charset charset = Charset.forName(encoding);

        assertThat(places("key.pem", ("\ufeff" + key).getBytes(charset))).containsExactly("ERROR secret key.pem:1");
        assertThat(places("a.md", ("\ufeffé\r\n\r\n" + key).getBytes(charset))).containsExactly("ERROR secret a.md:3");
        if (encoding.startsWith("UTF-16")) {
            assertThat(places("a.txt", key.getBytes(charset))).containsExactly("ERROR secret a.txt:1");
            assertThat(places("a.ini", "x=1\npassword=Tr0ub4dor&3\n".getBytes(charset)))
                    .containsExactly("ERROR secret a.ini:2");
        }
        assertThat(places("a.md", "\ufeffnothing to see".getBytes(charset))).isEmpty();
    }

    @Test
    void a_json_web_key_is_found_by_its_private_part() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair("RSA", 2048).getPrivate();
        String rest = "\"n\": \"" + part(key.getModulus()) + "\", \"e\": \"AQAB\"";
        String parts = "\"p\": \"" + part(key.getPrimeP()) + "\", \"dp\": \"" + part(key.getPrimeExponentP()) + "\"";
        String d = "\"d\": \"" + part(key.getPrivateExponent()) + "\"";

        assertFound("a.json", "{\"kty\": \"RSA\", " + rest + ", " + d + ", " + parts + "}");
        assertFound("a.json", "{" + d + ", " + parts + ", " + rest + ", \"kty\": \"RSA\"}");
        assertFound("a.py", ("{" + d + ", " + rest + ", \"kty\": \"RSA\"}").replace('"', '\''));
        assertFound("a.json", "\"" + ("{" + d + ", \"kty\": \"RSA\"}").replace("\"", "\\\"") + "\"");
        assertThat(places("a.json", "{\"kty\": \"RSA\", " + rest + "}")).isEmpty();
    }

    @Test
    void json_web_keys_of_curves_and_shared_ones_are_found() {
        String drawn = part(new BigInteger(256, new Random(7)));

        assertFound("a.json", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + drawn + "\",\"d\":\"" + drawn + "\"}");
        assertFound("a.json", "{\"kty\": \"oct\", \"k\" : \"" + drawn + "\"}");
        assertThat(places("a.json", ("{\"k\": \"" + drawn + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(places("a.json", "{\"kty\": \"EC\", \"d\": \"a description of what it is about\"}"))
                .isEmpty();
        assertThat(places("a.json", "{\"kty\": \"oct\", \"k\": \"your-key-here-your-key-here\"}"))
                .isEmpty();
    }

    @Test
    void a_key_in_xml_is_found_by_its_private_part() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair("RSA", 2048).getPrivate();
        String open = "<RSAKeyValue><Modulus>" + encoded(key.getModulus().toByteArray()) + "</Modulus>";
        String closed = "<InverseQ>" + encoded(key.getCrtCoefficient().toByteArray()) + "</InverseQ><D>"
                + encoded(key.getPrivateExponent().toByteArray()) + "</D></RSAKeyValue>";

        assertFound("a.config", open + closed);
        assertThat(places("a.config", open + "</RSAKeyValue>")).isEmpty();
    }

    @Test
    void a_word_that_stands_far_within_a_key_by_chance_does_not_make_it_made_up() {
        byte[] bytes = new byte[1200];
        new Random(11).nextBytes(bytes);
        String body = encoded(bytes);

        assertFound(
                "a.txt",
                "-----BEGIN " + "RSA PRIVATE KEY-----" + body.substring(0, 800) + "YoUr" + body.substring(804));
        assertThat(places("a.txt", "-----BEGIN " + "PRIVATE KEY-----\nyour" + body.substring(0, 60) + "\n-----END"))
                .isEmpty();
    }

    @Test
    void what_is_public_or_another_text_in_base64_is_none() {
        KeyPair pair = pair("RSA", 2048);
        String armoured = armoured("PUBLIC KEY", pair.getPublic());

        assertThat(places("a.yaml", "key: " + encoded(armoured.getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(places("a.txt", "# -----BEGIN " + "PRIVATE KEY-----\n# MIIE...\n# -----END PRIVATE KEY-----"))
                .isEmpty();
    }

    private static void assertFound(String path, String line) {
        assertThat(places(path, "\n" + line + "\n")).as(line).containsExactly("ERROR secret " + path + ":2");
    }

    private static List<String> places(String path, String text) {
        return places(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(String path, byte[] content) {
        return Checked.places(InMemoryProject.withConnector().file(path, content));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String part(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
