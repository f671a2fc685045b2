package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

class PackagesListTest extends EmbeddedPackages {
    @Test
    void a_list_is_a_table_of_aligned_columns() {
        String id = create(WEATHER);

        Outcome outcome = shell.local("packages", "list");

        String column = " ".repeat(Math.max(0, id.length() - 2));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines()).hasSize(2);
        assertThat(outcome.lines().get(0))
                .isEqualTo("ID" + column + "  CONNECTION  UPDATED               UPDATED BY    SHA-256");
        assertThat(outcome.lines().get(1))
                .matches(id + "  -           \\S{20}  ada_lovelace  "
                        + hashOf(WEATHER).substring(0, 12));
    }

    @Test
    void a_list_in_json_has_the_apis_field_names() {
        String id = create(WEATHER);

        assertThat(shell.local("packages", "list", "-o", "json").out())
                .matches(
                        """
                        \\{
                          "items": \\[
                            \\{
                              "id": "%s",
                              "connection_id": null,
                              "connection_ids": \\[\\],
                              "created_by": "ada_lovelace",
                              "last_updated_by": "ada_lovelace",
                              "created_at": "\\S+Z",
                              "updated_at": "\\S+Z",
                              "file_sha256_hash": "%s"
                            \\}
                          \\]
                        \\}
                        """
                                .formatted(id, hashOf(WEATHER)));
    }

    @Test
    void an_empty_list_says_so_beside_the_result() {
        Outcome table = shell.local("packages", "list");
        assertThat(table.out()).isEmpty();
        assertThat(table.err()).isEqualTo("There are no packages.\n");

        assertThat(shell.local("packages", "list", "-o", "json").out()).isEqualTo("{\n  \"items\": []\n}\n");
    }

    @Test
    void pages_are_walked_with_cursors_or_all_at_once() {
        String first = create(WEATHER);
        String second = create(WEATHER);

        Outcome page = shell.local("packages", "list", "--limit", "1");
        assertThat(page.out()).contains(first).doesNotContain(second);
        String cursor = page.err().replaceAll("(?s).*--cursor (\\S+),.*", "$1");

        assertThat(shell.local("packages", "list", "--cursor", cursor).out())
                .contains(second)
                .doesNotContain(first);
        assertThat(shell.local("packages", "list", "--all").out()).contains(first, second);
        assertThat(shell.local("packages", "list", "--all", "--limit", "1").code())
                .isEqualTo(2);
    }

    @Test
    void unbound_packages_are_those_without_a_connection() {
        String bound = shell.local("deploy", WEATHER, "--destination", "d", "--connection", "c")
                .field("Package");
        String unbound = create(WEATHER);

        assertThat(shell.local("packages", "list", "--unbound").out())
                .contains(unbound)
                .doesNotContain(bound);
    }
}
