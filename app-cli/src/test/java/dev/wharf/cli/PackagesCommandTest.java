package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagesCommandTest extends EmbeddedPackages {
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
    void an_updated_package_keeps_its_id_and_has_the_new_hash() {
        String id = create(WEATHER);

        Outcome outcome = shell.local("packages", "update", id, BOOKSHOP);

        assertThat(outcome.field("ID")).isEqualTo(id);
        assertThat(outcome.field("SHA-256")).isEqualTo(hashOf(BOOKSHOP));
        assertThat(shell.local("packages", "get", id).out()).isEqualTo(outcome.out());
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
}
