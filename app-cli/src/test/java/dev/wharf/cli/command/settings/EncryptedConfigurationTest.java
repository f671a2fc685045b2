package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedConfigurationTest extends ReadConfiguration {
    /** What the vendor's encrypt_value made of "s3cret-ü" for the field "password", with the key beside it. */
    private static final String ENCRYPTED = "fivetran_encrypted:v2RTwVEWH8E77+ysIvTIjC6F2ndrMaoP97Q471S0iWfccEhpDA==";

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** What Python's cryptography.fernet made of "s3cret-ü" with the same key, as the vendor's enter_configuration.py writes it. */
    private static final String SIGNED =
            "ENCRYPTED:v1:k1:local-fernet:gAAAAABpJ1eQAAECAwQFBgcICQoLDA0OD6Jn2csqiGroumPn3RC"
                    + "r3Tm_8777w1Qo1SuJ1EgVNn3y1DyUnrEXiEC0g8Lmi57qJg==";

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
                .hasMessageContaining("is missing: " + keyFile);
        keep("AAAA");
        assertRefused(() -> read(json)).hasMessageContaining(keyFile + " holds no valid key");
        keep("no base64!");
        assertRefused(() -> read(json)).hasMessageContaining(keyFile + " holds no valid key");
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
                .hasMessageContaining("Others may read that key: " + sealing)
                .hasMessageContaining("chmod 600");
        assertRefused(() -> value(SIGNED)).hasMessageContaining("Others may read that key: " + signing);
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
                .hasMessageContaining("is missing: " + directory.resolve(".fivetran/csdk_master_secret"))
                .hasMessageNotContaining("gAAAA");
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
            assertRefused(() -> value(SIGNED)).hasMessageContaining(keyFile + " holds no valid key");
        }
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
}
