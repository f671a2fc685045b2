package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import dev.wharf.testkit.HostileArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives made to harm whoever unpacks them, sent to a running server. */
class HostileUploadTest {
    @TempDir
    static Path data;

    private static RunningServer server;
    private static Calls admin;

    @BeforeAll
    static void start() {
        server = new RunningServer(data);
        admin = server.asAdmin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_400_in_its_own_words_and_nothing_of_it_is_kept(HostileArchive kind) throws IOException {
        Answer answer = admin.upload(kind.bytes());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json()).containsOnlyKeys("code", "message");
        assertThat(answer.code()).isEqualTo("InvalidInput");
        assertThat(answer.message()).contains(kind.words()).doesNotContain("Exception", "dev.wharf", "\u001b", "\0");
        assertThat(admin.get(Calls.PACKAGES).items()).isEmpty();
        assertThat(keptFiles()).isZero();
        assertThat(admin.get("/health").status()).isEqualTo(200);
    }

    @Test
    void after_all_of_them_a_good_archive_is_taken_and_given_back() {
        try (RunningServer fresh = new RunningServer(data.resolve("fresh"))) {
            Calls calls = fresh.asAdmin();
            for (HostileArchive kind : HostileArchive.values()) {
                calls.upload(kind.bytes());
            }
            byte[] good = Zips.connector("# fine");

            Answer created = calls.upload(good);

            assertThat(created.status()).isEqualTo(201);
            assertThat(calls.get(Calls.PACKAGES + "/" + created.text("id") + "/download")
                            .bytes())
                    .isEqualTo(good);
        }
    }

    private static long keptFiles() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.contains("blobs") || name.endsWith(".part"))
                    .count();
        }
    }
}
