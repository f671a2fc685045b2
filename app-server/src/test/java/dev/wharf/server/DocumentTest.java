package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read without credentials: health, and the API's document with the page that shows it. */
class DocumentTest {
    @TempDir
    Path data;

    @Test
    void the_document_and_its_page_come_from_this_server_alone() {
        try (RunningServer server = new RunningServer(data)) {
            Calls anyone = new Calls(server.url(), null);

            String page = text(anyone, "/docs");
            assertThat(page)
                    .contains("swagger-ui")
                    .doesNotContain("https://unpkg.com")
                    .doesNotContain("cdn");
            assertThat(text(anyone, "/swagger-ui/res/swagger-ui-bundle.js")).hasSizeGreaterThan(100_000);
            assertThat(text(anyone, "/openapi/wharf.yml"))
                    .contains("/v1/connector-sdk/packages:")
                    .contains("/v1/connector-sdk/packages/{id}/download:")
                    .contains("file_sha256_hash")
                    .contains("multipart/form-data");
            assertThat(text(anyone, "/health")).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    private static String text(Calls calls, String path) {
        Calls.Answer answer = calls.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
