package dev.wharf.packaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF_8",
        "UTF-8, \ufeff, UTF_8",
        "UTF-16LE, '', UTF_16LE",
        "UTF-16LE, \ufeff, UTF_16LE",
        "UTF-16BE, '', UTF_16BE",
        "UTF-16BE, \ufeff, UTF_16BE",
        "UTF-32LE, \ufeff, UTF_32LE",
        "UTF-32BE, \ufeff, UTF_32BE",
    })
    void text_is_read_with_a_mark_and_without(String charset, String mark, TextEncoding encoding) {
        for (String content : new String[] {"{}", "{\"größe\": \"表\"}\n", "a"}) {
            Text text = Text.of((mark + content).getBytes(Charset.forName(charset)));

            assertThat(text.content()).isEqualTo(content);
            assertThat(text.encoding()).isEqualTo(encoding);
            assertThat(text.hadMark()).isEqualTo(!mark.isEmpty());
            assertThat(text.malformedAt()).isEmpty();
        }
    }

    @Test
    void what_is_none_of_these_is_read_byte_by_byte_and_its_first_odd_byte_is_known() {
        Text text = Text.of("a\nb\rgröße".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(text.content()).isEqualTo("a\nb\rgröße");
        assertThat(text.encoding()).isEqualTo(TextEncoding.UNKNOWN);
        assertThat(text.isUtf8()).isFalse();
        assertThat(text.malformedAt()).hasValue(6);
        assertThat(text.lineOf(6)).isEqualTo(3);
    }

    @Test
    void damaged_utf_16_is_told_from_whole() {
        byte[] cut = new byte[] {'{', 0, '}', 0, '\n'};
        byte[] half = "\ufeffab\ud83d!".getBytes(StandardCharsets.UTF_16LE);
        half[6] = 0x3d;
        half[7] = (byte) 0xd8;

        assertThat(Text.of(cut).malformedAt()).hasValue(2);
        assertThat(Text.of(half).malformedAt()).hasValue(2);
    }

    @Test
    void a_zero_byte_does_not_make_utf_16() {
        assertThat(Text.of(new byte[] {'a', 0, 'b', 'c'}).encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(Text.of(new byte[] {'a', 0, 0, 0}).encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(Text.of(new byte[] {0}).content()).isEqualTo("\0");
        assertThat(Text.of(new byte[0]).content()).isEmpty();
    }

    @Test
    void what_is_larger_than_asked_for_is_not_read() throws IOException {
        assertThat(Text.read(new ByteArrayInputStream(new byte[3]), 2)).isNull();
        assertThat(Text.read(new ByteArrayInputStream(new byte[2]), 2)).isNotNull();
    }
}
