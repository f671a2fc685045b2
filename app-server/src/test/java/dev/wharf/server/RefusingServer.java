package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that holds nothing, and after each test holds nothing still. */
abstract class RefusingServer {
    static final String PACKAGES = Calls.PACKAGES;

    @TempDir
    Path data;

    RunningServer server;
    Credentials credentials;
    Calls admin;

    @BeforeEach
    void start() {
        server = new RunningServer(data);
        credentials = server.newKey("admin", Role.ADMIN);
        admin = server.as(credentials);
    }

    @AfterEach
    void nothing_was_stored() throws IOException {
        try {
            assertThat(admin.get(PACKAGES).items()).isEmpty();
            try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
                assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                        .noneMatch(name -> name.contains("blobs") || name.endsWith(".part"));
            }
        } finally {
            server.close();
        }
    }

    String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (credentials.key() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json()).containsOnlyKeys("code", "message");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("micronaut")
                .doesNotContain("java.");
    }
}
