package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with two packages, and the cache of who downloads them. */
abstract class FilledCache {
    static final String WEATHER = "happy_harmony";
    static final String BOOKSHOP = "quiet_river";

    @TempDir
    Path directory;

    PackageServer server;
    Shell shell;
    byte[] weather;
    byte[] bookshop;

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

    /** Downloads both, the weather two hours ago, the bookshop one. */
    void fill() throws IOException {
        assertThat(download(WEATHER).code()).isZero();
        Instant now = Instant.now();
        Files.setLastModifiedTime(blob(weather), FileTime.from(now.minus(Duration.ofHours(2))));
        assertThat(download(BOOKSHOP).code()).isZero();
        Files.setLastModifiedTime(blob(bookshop), FileTime.from(now.minus(Duration.ofHours(1))));
    }

    Outcome download(String id, String... options) {
        return shell.run(Stream.concat(Stream.of("packages", "download", id, "-O", "-"), Stream.of(options))
                .toArray(String[]::new));
    }

    void corrupt(byte[] archive) throws IOException {
        byte[] changed = archive.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(blob(archive), changed);
    }

    List<Path> quarantined() throws IOException {
        try (Stream<Path> files = Files.list(cache().resolve("quarantine"))) {
            return files.toList();
        }
    }

    Path blob(byte[] archive) {
        String hex = Sha256.of(archive).hex();
        return cache().resolve("blobs/sha256").resolve(hex.substring(0, 2)).resolve(hex);
    }

    Path cache() {
        return directory.resolve(".cache/wharf/archives");
    }

    byte[] archive(String example) throws IOException {
        Path file = directory.resolve(example + "-built.zip");
        Outcome built =
                new Shell(directory).run("package", Shell.example(example).toString(), "-O", file.toString());
        assertThat(built.code()).as(built.err()).isZero();
        return Files.readAllBytes(file);
    }
}
