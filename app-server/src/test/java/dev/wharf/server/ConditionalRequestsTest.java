package dev.wharf.server;

import static dev.wharf.server.Calls.PACKAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and keys as they stand in headers. */
class ConditionalRequestsTest {
    private static final byte[] ARCHIVE = Zips.connector("# archive");
    private static final byte[] OTHER = Zips.connector("# other");
    private static final String TAG = tag(ARCHIVE);

    private static RunningServer server;
    private static Calls calls;
    private String path;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = new RunningServer(data);
        calls = server.asAdmin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void upload() {
        path = PACKAGES + "/" + calls.upload(ARCHIVE).text("id");
    }

    private static String tag(byte[] archive) {
        return '"' + Sha256.of(archive).hex() + '"';
    }

    private Answer update(byte[] archive, String... headers) {
        return calls.form("PATCH", path, List.of(new Part(Calls.FILE_PART, archive)), headers);
    }

    @Test
    void a_package_and_its_file_have_the_hash_as_their_tag() {
        assertThat(calls.get(path).header("ETag")).isEqualTo(TAG);
        assertThat(calls.get(path + "/download").header("ETag")).isEqualTo(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/download"})
    void what_the_caller_has_is_not_sent_again(String what) {
        for (String condition : List.of(TAG, "W/" + TAG, "*", "\"a,b\", " + TAG, tag(OTHER) + "," + TAG)) {
            Answer answer = calls.get(path + what, "If-None-Match", condition);
            assertThat(answer.status()).as(condition).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(TAG);
            assertThat(answer.bytes()).isEmpty();
        }
        for (String condition : List.of(tag(OTHER), "\"\"", "no tag", TAG + " no list")) {
            assertThat(calls.get(path + what, "If-None-Match", condition).status())
                    .as(condition)
                    .isEqualTo(200);
        }
        assertThat(calls.get(PACKAGES + "/never_was" + what, "If-None-Match", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_change_is_made_where_the_file_is_the_one_that_is_named() {
        assertThat(update(OTHER, "If-Match", TAG).status()).isEqualTo(200);
        assertThat(update(ARCHIVE, "If-Match", "\"x\", " + tag(OTHER)).status()).isEqualTo(200);
        assertThat(update(OTHER, "If-Match", "*").status()).isEqualTo(200);
        assertThat(calls.delete(path, "If-Match", tag(OTHER)).status()).isEqualTo(200);
    }

    @Test
    void a_change_is_refused_where_the_file_is_another_or_the_tag_is_weak() {
        for (String condition : List.of(tag(OTHER), "W/" + TAG, "\"x\"", tag(OTHER) + ", \"x\"")) {
            Answer updated = update(OTHER, "If-Match", condition);
            Answer deleted = calls.delete(path, "If-Match", condition);
            assertThat(updated.status()).as(condition).isEqualTo(412);
            assertThat(deleted.status()).as(condition).isEqualTo(412);
            assertThat(updated.code()).isEqualTo("PreconditionFailed");
        }
        assertThat(calls.get(path).header("ETag")).isEqualTo(TAG);
    }

    @Test
    void a_condition_that_cannot_be_read_is_no_leave_to_change() {
        String bare = Sha256.of(ARCHIVE).hex();

        assertThat(update(OTHER, "If-Match", bare).status()).isEqualTo(400);
        assertThat(calls.delete(path, "If-Match", TAG + TAG).status()).isEqualTo(400);

        assertThat(calls.get(path).header("ETag")).isEqualTo(TAG);
    }

    @Test
    void no_condition_finds_a_package_that_is_not_there() {
        path = PACKAGES + "/never_was";

        assertThat(update(OTHER, "If-Match", TAG).status()).isEqualTo(404);
        assertThat(update(OTHER, "If-Match", "*").status()).isEqualTo(404);
        assertThat(calls.delete(path, "If-Match", "\"x\"").status()).isEqualTo(404);
    }

    @Test
    void a_download_and_each_part_of_it_tell_the_digest_of_all_of_it() {
        String digest = "sha-256=:"
                + Base64.getEncoder().encodeToString(Sha256.of(ARCHIVE).bytes()) + ":";

        assertThat(calls.get(path + "/download").header("Repr-Digest")).isEqualTo(digest);
        assertThat(calls.get(path + "/download", "Range", "bytes=1-2").header("Repr-Digest"))
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/download"})
    void what_only_the_head_is_asked_of_tells_how_long_it_is(String what) {
        Answer whole = calls.get(path + what);

        Answer head = calls.send("HEAD", path + what, null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(whole.bytes().length));
        assertThat(head.header("ETag")).isEqualTo(TAG);
    }

    @Test
    void an_upload_with_a_key_is_made_once() {
        Answer first = calls.upload(OTHER, "Idempotency-Key", "\"one \\\"key\\\"\"");
        Answer again = calls.upload(OTHER, "Idempotency-Key", "one \"key\"");
        Answer other = calls.upload(ARCHIVE, "Idempotency-Key", "one \"key\"");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IdempotencyKeyReused");
        assertThat(other.message()).contains("new key");
    }

    @Test
    void what_an_upload_made_is_answered_only_while_it_is_there() {
        Answer made = calls.upload(OTHER, "Idempotency-Key", "deleted");
        calls.delete(PACKAGES + "/" + made.text("id"));

        Answer again = calls.upload(OTHER, "Idempotency-Key", "deleted");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains("was deleted");
    }

    @Test
    void a_key_that_cannot_be_one_is_refused_and_nothing_is_made() {
        int before = calls.get(PACKAGES + "?limit=1000").items().size();

        for (String key : List.of("", "\"\"", "\"open", "a\tb", "k".repeat(256))) {
            assertThat(calls.upload(OTHER, "Idempotency-Key", key).status())
                    .as(key)
                    .isEqualTo(400);
        }
        assertThat(calls.upload(OTHER, "Idempotency-Key", "one", "Idempotency-Key", "two")
                        .status())
                .isEqualTo(400);

        assertThat(calls.get(PACKAGES + "?limit=1000").items()).hasSize(before);
        assertThat(calls.upload(OTHER, "Idempotency-Key", "k".repeat(255)).status())
                .isEqualTo(201);
    }
}
