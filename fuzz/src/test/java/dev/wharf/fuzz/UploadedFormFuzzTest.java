package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.server.error.RequestRefusal;
import dev.wharf.server.transfer.ReceivedForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class UploadedFormFuzzTest {
    private static final String[] TYPES = {
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=\"b\"",
        "multipart/form-data;charset=x; BOUNDARY=b"
    };
    private static final byte[] OPENING =
            "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    @FuzzTest
    void any_form_is_refused_in_words_or_brings_an_archive(FuzzedDataProvider data) throws IOException {
        String type = data.consumeBoolean() ? data.pickValue(TYPES) : data.consumeString(80);
        boolean opened = data.consumeBoolean();
        byte[] rest = data.consumeRemainingAsBytes();
        byte[] body = rest;
        if (opened) {
            body = new byte[OPENING.length + rest.length];
            System.arraycopy(OPENING, 0, body, 0, OPENING.length);
            System.arraycopy(rest, 0, body, OPENING.length, rest.length);
        }
        try {
            assertThat(ReceivedForm.receive(type, new ByteArrayInputStream(body)))
                    .isBetween(0L, (long) body.length);
        } catch (InvalidRequestException | RequestRefusal refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
