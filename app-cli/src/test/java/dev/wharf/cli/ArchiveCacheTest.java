package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCacheTest {
    private static final String WEATHER = "happy_harmony";
    private static final String BOOKSHOP = "quiet_river";

    @TempDir
    Path directory;

    private PackageServer server;
    private Shell shell;
    private byte[] weather;
    private byte[] bookshop;

    @BeforeEach
    void start() throws Exception {
        server = new PackageServer();
        weather = archive("weather");
        bookshop = archive("bookshop");
        server.offer(WEATHER, weather);
        server.offer(BOOKSHOP, bookshop);
        shell = new Shell(directory);
        shell.environment.put("WHARF_API_URL", server.url());
        shell.environment.put("WHARF_API_KEY", "key");
        shell.environment.put("WHARF_API_SECRET", "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

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
                .contains("Going on without the archive cache: ")
                .contains("a file stands where a directory must be");
        assertThat(shell.run("packages", "get", WEATHER, "-v").err()).isEmpty();

        Outcome list = shell.run("cache", "list");
        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err()).contains("a file stands where a directory must be", ".cache");
    }

    @Test
    void a_cache_that_cannot_be_written_keeps_nobody_from_a_download() throws Exception {
        Files.createDirectories(cache());
        Files.writeString(cache().resolve("blobs"), "in the way");

        Outcome outcome = download(WEATHER, "-v");

        assertThat(outcome.bytes()).isEqualTo(weather);
        assertThat(outcome.err()).contains("Going on without the archive cache: ");
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
    void the_archives_used_last_are_listed_first() throws Exception {
        assertThat(shell.run("cache", "list").err()).contains("no archives");
        fill();

        Outcome table = shell.run("cache", "list");
        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().get(0)).matches("SHA-256 +SIZE  LAST USED");
        assertThat(table.lines().get(1)).matches(Sha256.of(bookshop) + " +" + bookshop.length + "  \\S+Z");
        assertThat(table.lines().get(2)).startsWith(Sha256.of(weather).hex());
        download(WEATHER);
        assertThat(shell.run("cache", "list").lines().get(1))
                .startsWith(Sha256.of(weather).hex());
        assertThat(shell.run("cache", "list", "-o", "json").out())
                .contains("\"items\"", "\"file_sha256_hash\": \"" + Sha256.of(weather) + "\"")
                .contains("\"size\": " + weather.length, "\"last_used_at\": \"");
    }

    @Test
    void verify_reads_all_and_puts_aside_what_has_changed() throws Exception {
        fill();
        assertThat(shell.run("cache", "verify").code()).isZero();
        corrupt(weather);

        Outcome outcome = shell.run("cache", "verify");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out())
                .containsPattern(Sha256.of(weather) + " +corrupt")
                .containsPattern(Sha256.of(bookshop) + " +verified");
        assertThat(outcome.err()).contains(cache().resolve("quarantine").toString());
        assertThat(quarantined()).hasSize(1);
        assertThat(shell.run("cache", "verify").code()).isZero();
    }

    @Test
    void prune_deletes_what_nobody_used_for_long() throws Exception {
        fill();
        assertThat(shell.run("cache", "prune", "--older-than", "3h").err()).contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--yes").err()).contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--older-than", "90m", "--dry-run")
                        .out())
                .contains(Sha256.of(weather).hex())
                .doesNotContain(Sha256.of(bookshop).hex());
        assertThat(shell.run("cache", "prune", "--older-than", "90m").code()).isEqualTo(2);
        assertThat(blob(weather)).exists();

        Outcome pruned = shell.run("cache", "prune", "--older-than", "90m", "--yes");

        assertThat(pruned.out()).startsWith("Deleted 1 archive (");
        assertThat(blob(weather)).doesNotExist();
        assertThat(blob(bookshop)).exists();
    }

    @Test
    void prune_makes_the_rest_small_enough_or_deletes_all() throws Exception {
        fill();

        assertThat(shell.run("cache", "prune", "--max-bytes", "1G", "--yes").err())
                .contains("nothing to prune");
        assertThat(shell.run("cache", "prune", "--max-bytes", "" + bookshop.length, "--yes")
                        .code())
                .isZero();
        assertThat(blob(weather)).doesNotExist();
        assertThat(blob(bookshop)).exists();

        shell.atTerminal("n\n");
        assertThat(shell.run("cache", "prune", "--all").err()).contains("Delete 1 archive (", "of the cache?");
        assertThat(blob(bookshop)).exists();
        shell.atTerminal("y\n");
        assertThat(shell.run("cache", "prune", "--all", "-o", "json").out())
                .contains(Sha256.of(bookshop).hex());
        assertThat(blob(bookshop)).doesNotExist();

        assertThat(shell.run("cache", "prune", "--all", "--max-bytes", "1").code())
                .isEqualTo(2);
        assertThat(shell.run("cache", "prune", "--max-bytes", "much").code()).isEqualTo(2);
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

    /** Downloads both, the weather two hours ago, the bookshop one. */
    private void fill() throws IOException {
        assertThat(download(WEATHER).code()).isZero();
        Instant now = Instant.now();
        Files.setLastModifiedTime(blob(weather), FileTime.from(now.minus(Duration.ofHours(2))));
        assertThat(download(BOOKSHOP).code()).isZero();
        Files.setLastModifiedTime(blob(bookshop), FileTime.from(now.minus(Duration.ofHours(1))));
    }

    private Outcome download(String id, String... options) {
        return shell.run(Stream.concat(Stream.of("packages", "download", id, "-O", "-"), Stream.of(options))
                .toArray(String[]::new));
    }

    private void corrupt(byte[] archive) throws IOException {
        byte[] changed = archive.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(blob(archive), changed);
    }

    private List<Path> quarantined() throws IOException {
        try (Stream<Path> files = Files.list(cache().resolve("quarantine"))) {
            return files.toList();
        }
    }

    private Path blob(byte[] archive) {
        String hex = Sha256.of(archive).hex();
        return cache().resolve("blobs/sha256").resolve(hex.substring(0, 2)).resolve(hex);
    }

    private Path cache() {
        return directory.resolve(".cache/wharf/archives");
    }

    private byte[] archive(String example) throws IOException {
        Path file = directory.resolve(example + "-built.zip");
        Outcome built =
                new Shell(directory).run("package", Shell.example(example).toString(), "-O", file.toString());
        assertThat(built.code()).as(built.err()).isZero();
        return Files.readAllBytes(file);
    }
}
