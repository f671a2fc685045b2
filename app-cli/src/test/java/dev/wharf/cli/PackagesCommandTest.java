package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesCommandTest {
    private static final String WEATHER = Shell.example("weather").toString();
    private static final String BOOKSHOP = Shell.example("bookshop").toString();

    @TempDir
    Path directory;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(directory);
    }

    @Test
    void a_package_is_created_from_a_directory_by_the_user_of_this_machine() {
        Outcome outcome = shell.local("packages", "create", WEATHER);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.field("ID")).matches("[a-z]+_[a-z]+");
        assertThat(outcome.field("Connection")).isEqualTo("-");
        assertThat(outcome.field("Created")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ by ada_lovelace");
        assertThat(outcome.field("SHA-256")).isEqualTo(hashOf(WEATHER));
    }

    @Test
    void a_package_is_created_from_an_archive() {
        Path archive = archive(WEATHER);

        assertThat(shell.local("packages", "create", archive.toString()).field("SHA-256"))
                .isEqualTo(hashOf(WEATHER));
    }

    @Test
    void all_packages_are_verified_and_a_changed_one_is_named() throws Exception {
        String good = create(WEATHER);
        String bad = create(BOOKSHOP);
        assertThat(shell.local("packages", "verify", "--all").lines())
                .filteredOn(line -> line.contains("verified"))
                .hasSize(2);
        try (Stream<Path> blobs = Files.walk(shell.registry().resolve("archives/blobs"))) {
            Path blob =
                    blobs.filter(p -> p.endsWith(hashOf(BOOKSHOP))).findFirst().orElseThrow();
            Files.writeString(blob, "other bytes");
        }

        Outcome outcome = shell.local("packages", "verify", good, bad);

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).containsPattern(good + " +verified").containsPattern(bad + " +mismatch");
        assertThat(shell.local("packages", "verify").code()).isEqualTo(2);
        assertThat(shell.local("packages", "verify", good, "--all").code()).isEqualTo(2);
        assertThat(shell.local("packages", "verify", "no_such").code()).isEqualTo(3);
    }

    @Test
    void prune_deletes_what_is_unbound_and_old_enough() {
        String unbound = create(WEATHER);
        assertThat(shell.local("deploy", BOOKSHOP, "--destination", "d", "--connection", "c")
                        .code())
                .isZero();

        assertThat(shell.local("packages", "prune", "--yes").err()).contains("nothing to prune");
        Outcome rehearsed = shell.local("packages", "prune", "--older-than", "0m", "--dry-run");
        assertThat(rehearsed.out()).contains(unbound);
        assertThat(shell.local("packages", "get", unbound).code()).isZero();
        assertThat(shell.local("packages", "prune", "--older-than", "0m", "--non-interactive")
                        .code())
                .isEqualTo(2);

        Outcome pruned = shell.local("packages", "prune", "--older-than", "0m", "--yes");

        assertThat(pruned.out()).isEqualTo("Deleted package " + unbound + "\n");
        assertThat(shell.local("packages", "list").lines()).hasSize(2);
        assertThat(shell.local("packages", "prune", "--older-than", "soon").code())
                .isEqualTo(2);
    }

    @Test
    void an_updated_package_keeps_its_id_and_has_the_new_hash() {
        String id = create(WEATHER);

        Outcome outcome = shell.local("packages", "update", id, BOOKSHOP);

        assertThat(outcome.field("ID")).isEqualTo(id);
        assertThat(outcome.field("SHA-256")).isEqualTo(hashOf(BOOKSHOP));
        assertThat(shell.local("packages", "get", id).out()).isEqualTo(outcome.out());
    }

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

    @Test
    void a_download_is_the_bytes_that_were_uploaded() throws Exception {
        String id = create(WEATHER);
        Path target = directory.resolve("back.zip");

        Outcome outcome = shell.local("packages", "download", id, "-O", target.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.field("SHA-256")).isEqualTo(hashOf(WEATHER));
        assertThat(Files.readAllBytes(target)).isEqualTo(Files.readAllBytes(archive(WEATHER)));
    }

    @Test
    void a_download_to_the_standard_output_is_nothing_but_the_bytes() throws Exception {
        String id = create(WEATHER);

        Outcome outcome = shell.local("packages", "download", id, "-O", "-");

        assertThat(outcome.bytes()).isEqualTo(Files.readAllBytes(archive(WEATHER)));
        assertThat(shell.local("packages", "download", id, "-O", "-", "-o", "json")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_damaged_archive_is_not_downloaded() throws Exception {
        String id = create(WEATHER);
        damageTheStoredArchive();
        Path target = Files.writeString(directory.resolve("back.zip"), "old");

        Outcome outcome = shell.local("packages", "download", id, "-O", target.toString());

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(target).hasContent("old");
        assertThat(shell.local("packages", "download", id, "-O", "-").out()).isEmpty();
    }

    @Test
    void a_deleted_package_is_gone() {
        String id = create(WEATHER);

        assertThat(shell.local("packages", "delete", id, "--yes").out()).isEqualTo("Deleted package " + id + "\n");

        Outcome gone = shell.local("packages", "get", id);
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.err()).startsWith("Error: ").contains(id).contains("Hint: ");
    }

    @Test
    void nothing_is_deleted_without_an_answer() {
        String id = create(WEATHER);

        Outcome nobody = shell.local("packages", "delete", id);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("Delete package " + id + "?").contains("--yes");

        Outcome forbidden = shell.atTerminal("y\n").local("packages", "delete", id, "--non-interactive");
        assertThat(forbidden.code()).isEqualTo(2);
        assertThat(forbidden.err()).contains("--non-interactive");

        assertThat(shell.local("packages", "get", id).code()).isZero();
    }

    @Test
    void at_a_terminal_the_answer_decides() {
        String id = create(WEATHER);

        Outcome no = shell.atTerminal("n\n").local("packages", "delete", id);
        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err()).contains("Delete package " + id + "? [y/N] ").contains("Nothing was done.");

        assertThat(shell.atTerminal("yes\n").local("packages", "delete", id).code())
                .isZero();
        assertThat(shell.local("packages", "get", id).code()).isEqualTo(3);
    }

    @Test
    void one_package_that_cannot_be_deleted_does_not_keep_the_others() {
        String bound = shell.local("deploy", WEATHER, "--destination", "d", "--connection", "c")
                .field("Package");
        String free = create(WEATHER);

        Outcome outcome = shell.local("packages", "delete", bound, free, "--yes");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).isEqualTo("Deleted package " + free + "\n");
        assertThat(outcome.err()).contains(bound).contains("wharf connections delete");
        assertThat(shell.local("packages", "get", bound).code()).isZero();
    }

    @Test
    void one_malformed_id_keeps_all_from_being_deleted() {
        String id = create(WEATHER);

        assertThat(shell.local("packages", "delete", id, "..", "--yes").code()).isEqualTo(2);

        assertThat(shell.local("packages", "get", id).code()).isZero();
    }

    @Test
    void what_is_no_archive_is_refused_before_anything_is_stored() throws Exception {
        Path file = Files.writeString(directory.resolve("notes.zip"), "this is no archive");

        Outcome outcome = shell.local("packages", "create", file.toString());

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(shell.local("packages", "list").out()).isEmpty();
        assertThat(shell.local("packages", "create", directory.resolve("nothing.zip") + "")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void the_embedded_registry_is_the_users_alone() throws Exception {
        create(WEATHER);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.registry())))
                .isEqualTo("rwx------");
    }

    @Test
    void without_a_directory_the_embedded_registry_is_in_the_users_data_directory() {
        shell.environment.put("XDG_DATA_HOME", directory.resolve("xdg").toString());
        assertThat(shell.run("packages", "create", WEATHER, "--local").code()).isZero();
        assertThat(directory.resolve("xdg/wharf/catalog.db")).exists();

        shell.environment.clear();
        assertThat(shell.run("--local", "packages", "list").code()).isZero();
        assertThat(directory.resolve(".local/share/wharf/catalog.db")).exists();
    }

    private void damageTheStoredArchive() throws Exception {
        try (Stream<Path> files = Files.walk(shell.registry().resolve("archives/blobs"))) {
            Path blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(blob.toFile().setWritable(true)).isTrue();
            Files.writeString(blob, "something else");
        }
    }

    private String create(String project) {
        return shell.local("packages", "create", project).field("ID");
    }

    private Path archive(String project) {
        Path archive = directory.resolve("built.zip");
        assertThat(shell.run("package", project, "-O", archive.toString()).code())
                .isZero();
        return archive;
    }

    private String hashOf(String project) {
        try {
            return Sha256.of(Files.readAllBytes(archive(project))).hex();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
