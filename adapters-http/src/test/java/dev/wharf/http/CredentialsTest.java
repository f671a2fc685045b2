package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final String JOINED = "ZDljNDUxMTM0OWRkNGI4NjoxZjZmMmQxNjEzNjU4ODhhMTk0MzE2MGNjZGI4ZDk2OA==";
    private static final Credentials SAMPLE = new Credentials("d9c4511349dd4b86", "1f6f2d161365888a1943160ccdb8d968");

    @Test
    void the_header_is_what_the_api_documents() {
        assertThat(SAMPLE.authorization()).isEqualTo("Basic " + JOINED);
    }

    @Test
    void joined_credentials_are_read_in_base64_and_plain_and_a_bare_key_is_not() {
        assertThat(Credentials.parseJoined(JOINED)).contains(SAMPLE);
        assertThat(Credentials.parseJoined("d9c4511349dd4b86:1f6f2d161365888a1943160ccdb8d968"))
                .contains(SAMPLE);
        assertThat(Credentials.parseJoined("d9c4511349dd4b86")).isEmpty();
        assertThat(Credentials.parseJoined("not base64 at all!")).isEmpty();
        assertThat(Credentials.parseJoined(":secret")).isEmpty();
        assertThat(Credentials.parseJoined("key:")).isEmpty();
    }

    @Test
    void the_end_of_a_files_line_is_no_part_of_a_secret_and_is_not_shown() {
        assertThatThrownBy(() -> new Credentials("key", "hunter2\n"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("line break")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void neither_half_prints() {
        assertThat(SAMPLE.toString()).doesNotContain("d9c4").doesNotContain("1f6f");
        assertThat(HttpAccountSettings.of(HttpAccountSettings.VENDOR, SAMPLE).toString())
                .doesNotContain("d9c4")
                .doesNotContain("1f6f");
    }

    @Test
    void an_address_that_is_none_or_holds_credentials_is_refused() {
        for (String url :
                new String[] {"ftp://host", "host", "https:///path", "https://key:secret@host", "https://host?a=b"}) {
            assertThatThrownBy(() -> HttpAccountSettings.of(URI.create(url), SAMPLE))
                    .as(url)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageNotContaining("secret@");
        }
    }
}
