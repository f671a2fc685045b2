package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void hashes_as_the_standard_says() {
        assertThat(Sha256.of(ABC)).hasToString(OF_ABC);
        assertThat(Sha256.of(new byte[0]))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_digest_fed_in_parts_gives_the_same_hash() {
        MessageDigest digest = Sha256.newDigest();
        for (byte b : ABC) {
            digest.update(b);
        }

        assertThat(Sha256.of(digest)).isEqualTo(Sha256.of(ABC));
    }

    @Test
    void parsing_forgives_case_and_surrounding_space() {
        assertThat(Sha256.parse("  BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\n"))
                .isEqualTo(Sha256.of(ABC));
    }

    @Test
    void gives_its_32_bytes() {
        assertThat(Sha256.of(ABC).bytes()).hasSize(32).startsWith(0xba, 0x78).endsWith(0x15, 0xad);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "../../etc/passwd"
            })
    void anything_but_64_hexadecimal_digits_is_no_hash(String text) {
        assertThatThrownBy(() -> Sha256.parse(text)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void only_the_parser_forgives_upper_case() {
        assertThatThrownBy(() -> new Sha256("A".repeat(64))).isInstanceOf(InvalidRequestException.class);
    }
}
