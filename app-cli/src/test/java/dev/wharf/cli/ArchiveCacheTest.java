package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveCacheTest extends FilledCache {
    @Test
    void what_was_downloaded_is_not_downloaded_again() {
        assertThat(download(WEATHER).bytes()).isEqualTo(weather);
        assertThat(download(WEATHER).bytes()).isEqualTo(weather);
        assertThat(shell.run("inspect", WEATHER).code()).isZero();
        assertThat(shell.run("diff", WEATHER, Shell.example("weather").toString())
                        .code())
                .isZero();
        Path file = directory.resolve("weather.zip");
        assertThat(shell.run("packages", "download", WEATHER, "-O", file.toString())
                        .code())
                .isZero();

        assertThat(file).hasBinaryContent(weather);
        assertThat(server.downloads()).isEqualTo(1);
        assertThat(blob(weather)).hasBinaryContent(weather);
    }

    @Test
    void without_the_cache_every_download_is_one_and_nothing_is_kept() {
        assertThat(download(WEATHER, "--no-cache").bytes()).isEqualTo(weather);
        assertThat(download(WEATHER, "--no-cache").bytes()).isEqualTo(weather);

        assertThat(server.downloads()).isEqualTo(2);
        assertThat(directory.resolve(".cache")).doesNotExist();
    }

    @Test
    void packages_are_always_verified_by_the_accounts_own_bytes() {
        download(WEATHER);
        server.offer(WEATHER, Sha256.of(weather), "rotten".getBytes());

        assertThat(shell.run("packages", "verify", WEATHER).code()).isEqualTo(5);

        assertThat(server.downloads()).isEqualTo(2);
    }

    @Test
    void an_archive_that_was_corrupted_on_the_disk_is_fetched_again_and_nobody_notices() throws Exception {
        download(WEATHER);
        corrupt(weather);
        Path file = directory.resolve("weather.zip");

        Outcome outcome = shell.run("packages", "download", WEATHER, "-O", file.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(file).hasBinaryContent(weather);
        assertThat(server.downloads()).isEqualTo(2);
        assertThat(quarantined()).hasSize(1);
        assertThat(download(WEATHER).bytes()).isEqualTo(weather);
        assertThat(server.downloads()).isEqualTo(2);
    }

    @Test
    void bytes_that_are_not_those_promised_are_neither_kept_nor_handed_on() {
        server.offer(WEATHER, Sha256.of(weather), bookshop);
        Path file = directory.resolve("weather.zip");

        assertThat(shell.run("packages", "download", WEATHER, "-O", file.toString())
                        .code())
                .isEqualTo(5);

        assertThat(file).doesNotExist();
        assertThat(shell.run("cache", "list").err()).contains("no archives");
    }

    @Test
    void a_cache_that_cannot_be_used_keeps_nobody_from_a_download() throws Exception {
        Files.writeString(directory.resolve(".cache"), "in the way");

        Outcome quiet = download(WEATHER);
        assertThat(quiet.bytes()).isEqualTo(weather);
        assertThat(quiet.err()).isEmpty();
        assertThat(download(WEATHER, "-v").err())
                .contains("Continuing without the archive cache. ")
                .contains("a file exists where a directory must be");
        assertThat(shell.run("packages", "get", WEATHER, "-v").err()).isEmpty();

        Outcome list = shell.run("cache", "list");
        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err()).contains("a file exists where a directory must be", ".cache");
    }

    @Test
    void a_cache_that_cannot_be_written_keeps_nobody_from_a_download() throws Exception {
        Files.createDirectories(cache());
        Files.writeString(cache().resolve("blobs"), "in the way");

        Outcome outcome = download(WEATHER, "-v");

        assertThat(outcome.bytes()).isEqualTo(weather);
        assertThat(outcome.err()).contains("Continuing without the archive cache. ");
    }

    @Test
    void the_cache_is_where_the_user_wants_caches() {
        assertThat(shell.run("cache", "path").out()).isEqualTo(cache() + "\n");

        shell.environment.put("XDG_CACHE_HOME", directory.resolve("elsewhere").toString());
        assertThat(shell.run("cache", "path", "-o", "json").out())
                .contains(directory.resolve("elsewhere/wharf/archives").toString());
        download(WEATHER);

        assertThat(directory.resolve("elsewhere/wharf/archives/blobs")).isDirectory();
        assertThat(directory.resolve(".cache")).doesNotExist();
    }

    @Test
    void the_cache_is_bounded_and_what_was_not_used_for_longest_goes_first() throws Exception {
        long longest = Math.max(weather.length, bookshop.length);
        shell.environment.put("WHARF_CACHE_MAX_BYTES", Long.toString(longest));
        fill();

        assertThat(blob(weather)).doesNotExist();
        assertThat(blob(bookshop)).exists();
        shell.environment.put("WHARF_CACHE_MAX_BYTES", "lots");
        assertThat(download(WEATHER).code()).isEqualTo(2);
        shell.environment.remove("WHARF_CACHE_MAX_BYTES");
        Path profiles = directory.resolve(".config/wharf/config.toml");
        Files.createDirectories(profiles.getParent());
        for (String bound : List.of("1024", "\"1K\"")) {
            Files.writeString(profiles, "[profiles.default]\ncache_max_bytes = " + bound + "\n");
            Files.setPosixFilePermissions(profiles, PosixFilePermissions.fromString("rw-------"));
            assertThat(download(WEATHER).bytes()).isEqualTo(weather);
            assertThat(blob(weather)).doesNotExist();
        }
    }

    @Test
    void an_archive_larger_than_the_cache_is_downloaded_and_not_kept() {
        shell.environment.put("WHARF_CACHE_MAX_BYTES", "10");
        assertThat(download(WEATHER).bytes()).isEqualTo(weather);

        server.hideSizes();
        Outcome outcome = download(WEATHER);

        assertThat(outcome.bytes()).isEqualTo(weather);
        assertThat(outcome.err()).isEmpty();
        assertThat(blob(weather)).doesNotExist();
    }
}
