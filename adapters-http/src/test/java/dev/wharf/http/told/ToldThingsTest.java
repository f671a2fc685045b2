package dev.wharf.http.told;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.Destination;
import dev.wharf.model.Fields;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What accounts were seen to tell, and what is made of it. */
class ToldThingsTest extends ToldJson {
    private static final String PACKAGE = "{\"id\":\"p1\"}";

    private static ConnectorPackage packageWith(String name, String value) {
        return ToldPackage.read(with(PACKAGE, name, value)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prod (EU)",
                "R&D",
                "A/B test",
                "Bob's",
                "#1",
                " lead",
                "trail ",
                "wh 🚢",
                "",
                "Lager Süd",
                "a: b, c",
                "two  spaces"
            })
    void a_destination_may_have_any_name(String name) {
        ToldItem<Destination> item = ToldGroup.read(node("{\"id\":\"a/b.c d\",\"name\":\"" + name + "\"}"));

        assertThat(item.odd()).isEmpty();
        assertThat(item.value().name().value()).isEqualTo(name);
        assertThat(item.value().id().value()).isEqualTo("a/b.c d");
        assertThat(item.value().createdAt()).isNull();
    }

    @Test
    void a_destination_without_a_name_has_an_empty_one() {
        assertThat(ToldGroup.read(node("{\"id\":\"g\",\"name\":null}"))
                        .value()
                        .name()
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":\"..\"}", "{\"id\":[1]}", "7", "null", "[]"})
    void what_has_no_identifier_is_named_as_left_out(String json) {
        assertThat(ToldGroup.read(node(json)).value()).isNull();
        assertThat(ToldGroup.read(node(json)).odd()).singleElement().asString().contains("group", "without an id");
        assertThat(ToldPackage.read(node(json)).odd())
                .singleElement()
                .asString()
                .contains("a package without an id");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "null, none",
                "'\"\"', none",
                "'\" \"', none",
                "'\"jane.doe+ci@example.com\"', jane.doe+ci@example.com",
                "'\"System Key (CI)\"', System Key (CI)",
                "42, 42"
            })
    void whoever_made_a_package_is_opaque_or_not_told(String json, String user) {
        assertThat(packageWith("created_by", json).createdBy()).isEqualTo(user == null ? null : new UserId(user));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.123456Z, 2026-01-01T00:00:00.123456Z",
        "2026-01-01T00:00:00+02:00, 2025-12-31T22:00:00Z",
        "2026-01-01T00:00:00+0200, 2025-12-31T22:00:00Z",
        "2026-01-01T00:00:00, 2026-01-01T00:00:00Z",
        "2026-01-01 00:00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00, 2026-01-01T00:00:00Z",
        "2026-01-01, 2026-01-01T00:00:00Z"
    })
    void a_moment_is_read_in_any_of_its_forms_and_passed_on_in_its_own(String written, Instant moment) {
        ConnectorPackage read = packageWith("updated_at", '"' + written + '"');

        assertThat(read.updatedAt()).isEqualTo(moment);
        assertThat(read.others().get("updated_at")).isEqualTo(written.equals(moment.toString()) ? null : written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "17", "{}", "[]", "true"})
    void a_moment_that_is_none_is_not_told_and_named(String json) {
        ToldItem<ConnectorPackage> item = ToldPackage.read(with(PACKAGE, "created_at", json));

        assertThat(item.value().createdAt()).isNull();
        assertThat(item.odd()).singleElement().asString().contains("Package p1", "created_at");
        assertThat(item.value().others().has("created_at")).isTrue();
    }

    @Test
    void a_hash_is_read_in_either_case_and_anything_else_is_not_told() {
        String hex = Sha256.of(new byte[0]).hex();

        assertThat(packageWith("file_sha256_hash", '"' + hex.toUpperCase(java.util.Locale.ROOT) + '"')
                        .sha256())
                .isEqualTo(new Sha256(hex));
        assertThat(packageWith("file_sha256_hash", "\"sha256:abc\"").sha256()).isNull();
        assertThat(ToldPackage.read(with(PACKAGE, "file_sha256_hash", "\"sha256:abc\""))
                        .odd())
                .singleElement()
                .asString()
                .contains("file_sha256_hash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"a\"' | null | a",
                "null | '[\"a\",\"b\"]' | a b",
                "'\"b\"' | '[\"a\",\"b\"]' | b a",
                "'\"\"' | '[]' | ''",
                "null | '[\"\",null,{},\"a/b\"]' | a/b",
                "'\"a\"' | '\"b\"' | a"
            })
    void a_package_serves_all_connections_that_either_field_names(String one, String all, String ids) {
        ConnectorPackage read = ToldPackage.read(
                        node("{\"id\":\"p\",\"connection_id\":" + one + ",\"connection_ids\":" + all + "}"))
                .value();

        assertThat(read.connectionIds())
                .isEqualTo(
                        ids.isEmpty()
                                ? List.of()
                                : List.of(ids.split(" ")).stream()
                                        .map(ConnectionId::new)
                                        .toList());
        assertThat(read.isBound()).isEqualTo(!ids.isEmpty());
    }

    @Test
    void what_is_new_or_of_another_type_is_kept_as_it_came() {
        Map<String, Object> told = new HashMap<>(Map.of("name", "orders", "tags", List.of(Map.of("a", 1))));
        told.put("nothing", null);

        ConnectorPackage read = ToldPackage.read(
                        node(
                                "{\"id\":\"p\",\"name\":\"orders\",\"tags\":[{\"a\":1}],\"nothing\":null,\"created_by\":\"x\"}"))
                .value();

        assertThat(read.others()).isEqualTo(Fields.of(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"p\"} | NOT",
                "{\"id\":\"p\",\"connection_id\":null} | WHOLE",
                "{\"id\":\"p\",\"connection_ids\":[]} | WHOLE",
                "{\"id\":\"p\",\"connection_ids\":[\"a\",null]} | WHOLE",
                "{\"id\":\"p\",\"connection_id\":{\"id\":\"a\"}} | UNCLEAR",
                "{\"id\":\"p\",\"connection_ids\":[{\"id\":\"a\"}]} | UNCLEAR",
                "{\"id\":\"p\",\"connection_ids\":\"a\"} | UNCLEAR"
            })
    void whether_the_use_of_a_package_is_told_is_known(String json, UseTold told) {
        assertThat(ToldPackage.read(node(json)).value().useTold()).isEqualTo(told);
    }
}
