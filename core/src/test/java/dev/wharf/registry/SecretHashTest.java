package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void matches_its_secret_and_no_other() {
        SecretHash hash = SecretHash.of("correct horse", random);

        assertThat(hash.matches("correct horse")).isTrue();
        assertThat(hash.matches("correct hors")).isFalse();
        assertThat(hash.matches("Correct horse")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void survives_being_written_down() {
        SecretHash hash = SecretHash.of("größe 倉庫", random);

        assertThat(SecretHash.parse(hash.text())).isEqualTo(hash);
        assertThat(SecretHash.parse(hash.text()).matches("größe 倉庫")).isTrue();
    }

    @Test
    void is_the_hmac_of_the_secret_under_the_salt() {
        String stored =
                "hmac-sha256:" + "0b".repeat(20) + ":b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";

        assertThat(SecretHash.parse(stored).matches("Hi There")).isTrue();
    }

    @Test
    void two_hashes_of_one_secret_differ() {
        assertThat(SecretHash.of("secret", random).text())
                .isNotEqualTo(SecretHash.of("secret", random).text());
    }

    @Test
    void never_prints_itself() {
        SecretHash hash = SecretHash.of("secret", random);

        assertThat(hash.toString()).doesNotContain(hash.hash(), hash.salt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hmac-sha256:aa", "hmac-sha256:aa:bb:cc", "bcrypt:aa:bb"})
    void an_unknown_form_is_an_error(String text) {
        assertThatThrownBy(() -> SecretHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
