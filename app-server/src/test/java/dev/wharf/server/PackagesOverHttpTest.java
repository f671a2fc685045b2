package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six operations on the wire: statuses, envelopes, fields. */
class PackagesOverHttpTest extends PublishedPackages {
    private static final byte[] OTHER = Zips.connector("# another");

    @Test
    void a_package_is_created_with_201_and_all_its_fields() {
        Answer created = admin.upload(ARCHIVE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).startsWith("application/json");
        assertThat(created.code()).isEqualTo("Success");
        assertThat(created.message()).isEqualTo("Package created successfully");
        assertThat(created.data())
                .containsOnlyKeys(
                        "id",
                        "connection_id",
                        "connection_ids",
                        "created_by",
                        "last_updated_by",
                        "created_at",
                        "updated_at",
                        "file_sha256_hash")
                .containsEntry("connection_id", null)
                .containsEntry("created_by", "admin")
                .containsEntry("file_sha256_hash", Sha256.of(ARCHIVE).hex());
        assertThat(created.text("id")).matches("[a-z]+_[a-z]+");
        assertThat(created.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"file\"; filename=\"code.zip\"\r\nContent-Type: application/octet-stream",
                "Content-Disposition: form-data; name=\"file\"; filename=\"weather.zip\"",
                "Content-Disposition: form-data; name=\"file\"; filename=\"package.zip\"\r\nContent-Type: application/zip",
                "Content-Disposition: form-data; name=\"file\"",
                "content-disposition: form-data; name=file"
            })
    void every_form_that_clients_send_is_taken(String partHeaders) {
        Answer created = admin.form("POST", PACKAGES, List.of(new Part(partHeaders, ARCHIVE)));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("file_sha256_hash"))
                .isEqualTo(Sha256.of(ARCHIVE).hex());
    }

    @Test
    void a_package_is_read_and_listed_as_it_was_created() {
        Map<String, Object> created = admin.upload(ARCHIVE).data();

        Answer read = admin.get(PACKAGES + "/" + created.get("id"));
        Answer listed = admin.get(PACKAGES);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.message()).isEqualTo("Connector SDK package details retrieved successfully");
        assertThat(read.data()).isEqualTo(created);
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.message()).isEqualTo("Connector SDK packages retrieved successfully");
        assertThat(listed.items()).containsExactly(created);
        assertThat(listed.data()).doesNotContainKey("next_cursor");
    }

    @Test
    void an_update_replaces_the_file_and_keeps_the_package() {
        Map<String, Object> created = admin.upload(ARCHIVE).data();

        Answer updated =
                admin.form("PATCH", PACKAGES + "/" + created.get("id"), List.of(new Part(Calls.FILE_PART, OTHER)));

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.message()).isEqualTo("Package updated successfully");
        assertThat(updated.data())
                .containsEntry("id", created.get("id"))
                .containsEntry("created_at", created.get("created_at"))
                .containsEntry("file_sha256_hash", Sha256.of(OTHER).hex());
        assertThat(updated.text("updated_at")).isGreaterThan(String.valueOf(created.get("updated_at")));
    }

    @Test
    void an_update_by_a_stranger_is_403_and_changes_nothing() {
        Map<String, Object> created = admin.upload(ARCHIVE).data();
        Calls stranger = server.as(server.newKey("stranger", Role.MEMBER));

        Answer refused =
                stranger.form("PATCH", PACKAGES + "/" + created.get("id"), List.of(new Part(Calls.FILE_PART, OTHER)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("Forbidden");
        assertThat(admin.get(PACKAGES + "/" + created.get("id")).data()).isEqualTo(created);
    }

    @Test
    void a_deletion_is_200_with_a_message_and_no_data() {
        String id = admin.upload(ARCHIVE).text("id");

        Answer deleted = admin.delete(PACKAGES + "/" + id, "Content-Type", "application/json");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json())
                .containsOnly(Map.entry("code", "Success"), Map.entry("message", "Package deleted successfully"));
        assertThat(admin.get(PACKAGES + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_bound_package_cannot_be_deleted_until_its_connection_is() {
        String id = admin.upload(ARCHIVE).text("id");
        String connection = bind(id, "first").text("id");

        Answer refused = admin.delete(PACKAGES + "/" + id);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("IllegalState");
        assertThat(refused.message()).contains(connection);
        assertThat(admin.get(PACKAGES + "/" + id).text("connection_id")).isEqualTo(connection);
        assertThat(admin.delete("/v1/connections/" + connection).status()).isEqualTo(200);
        assertThat(admin.get(PACKAGES + "/" + id).data()).containsEntry("connection_id", null);
        assertThat(admin.delete(PACKAGES + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void binding_a_bound_package_is_409_and_an_unknown_one_404() {
        String id = admin.upload(ARCHIVE).text("id");
        assertThat(bind(id, "first").status()).isEqualTo(201);

        Answer second = bind(id, "second");
        Answer unknown = bind("no_such", "third");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("IllegalState");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("NotFound_ConnectorSdkPackage");
    }

    @Test
    void an_unknown_package_is_404_everywhere() {
        for (Answer answer : List.of(
                admin.get(PACKAGES + "/no_such"),
                admin.get(PACKAGES + "/no_such/download", "Accept", "application/json"),
                admin.delete(PACKAGES + "/no_such"),
                admin.form("PATCH", PACKAGES + "/no_such", List.of(new Part(Calls.FILE_PART, OTHER))))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NotFound_ConnectorSdkPackage");
            assertThat(answer.message()).startsWith("Package not found");
        }
    }

    @Test
    void both_versions_of_json_can_be_asked_for_and_no_other() {
        assertThat(admin.get(PACKAGES, "Accept", "application/json").status()).isEqualTo(200);
        assertThat(admin.get(PACKAGES, "Accept", "application/json;version=2").status())
                .isEqualTo(200);
        Answer refused = admin.get(PACKAGES, "Accept", "application/json;version=1");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.code()).isEqualTo("NotAcceptable");
    }

    @Test
    void many_packages_are_listed_in_pages_without_a_repeat() {
        for (int i = 0; i < 250; i++) {
            assertThat(admin.upload(ARCHIVE).status()).isEqualTo(201);
        }
        List<String> ids = new ArrayList<>();
        int pages = 0;
        String cursor = "";
        do {
            Answer page = admin.get(PACKAGES + "?limit=100" + cursor);
            page.items().forEach(item -> ids.add(String.valueOf(item.get("id"))));
            Object next = page.data().get("next_cursor");
            cursor = next == null ? "" : "&cursor=" + next;
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(250);
        assertThat(new HashSet<>(ids)).hasSize(250);
    }

    @Test
    void the_callers_request_id_is_sent_back_and_a_harmful_one_replaced() {
        assertThat(admin.get(PACKAGES, "X-Request-Id", "mine-1").header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(admin.get(PACKAGES, "X-Request-Id", "<script>").header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    private Answer bind(String packageId, String name) {
        String group = admin.get("/v1/groups").items().stream()
                .map(item -> String.valueOf(item.get("id")))
                .findFirst()
                .orElseGet(() -> admin.json("POST", "/v1/groups", "{\"name\":\"warehouse\"}")
                        .text("id"));
        return admin.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group
                        + "\",\"service\":\"connector_sdk\",\"sync_frequency\":\"360\",\"paused\":true,"
                        + "\"config\":{\"schema\":\"" + name + "\",\"package_id\":\"" + packageId
                        + "\",\"secrets_list\":[{\"key\":\"k\",\"value\":\"v\"}]}}");
    }
}
