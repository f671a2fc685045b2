package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server with SIGKILL at random moments of continuous uploads, updates and deletions. How often is a property,
 * {@code wharf.crash.rounds}: a few times in every build, 50 times in CI.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("wharf.crash.rounds", 4);
    private static final int WRITERS = 4;
    /** What a writer last asked for and had no answer to: the one thing that may or may not have happened. */
    private static final String GONE = "gone";

    @TempDir
    Path directory;

    /** What was answered: a package's identifier and the hash it was last answered to have. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final Map<String, String> uncertain = new ConcurrentHashMap<>();

    @Test
    void nothing_answered_is_lost_and_nothing_half_done_is_left() throws Exception {
        Path data = directory.resolve("data");
        Path log = directory.resolve("server.log");
        Random random = new Random(20261122);
        for (int round = 0; round < ROUNDS; round++) {
            ServerProcess server = ServerProcess.start(data, log);
            try {
                writeUntilKilled(server, random);
            } finally {
                server.kill();
            }
            Instant restart = Instant.now();
            try (ServerProcess restarted = ServerProcess.start(data, log)) {
                check(restarted.asAdmin());
                assertThat(temporaryFilesOlderThan(restart, data)).isEmpty();
            }
        }
        assertThat(answered).as("the writers wrote").isNotEmpty();
    }

    private void writeUntilKilled(ServerProcess server, Random random) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            Random own = new Random(random.nextLong());
            writers.execute(() -> write(server.asAdmin(), own, stop, started));
        }
        started.await();
        // The moment of the kill is drawn, so that over the rounds it hits every step.
        new CountDownLatch(1).await(random.nextInt(400), TimeUnit.MILLISECONDS);
        server.kill();
        stop.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void write(Calls calls, Random random, AtomicBoolean stop, CountDownLatch started) {
        String mine = null;
        try {
            while (!stop.get()) {
                byte[] archive =
                        Zips.of("connector.py", "# " + random.nextLong(), "data", "x".repeat(random.nextInt(200_000)));
                String hash = Sha256.of(archive).hex();
                if (mine == null) {
                    Answer created = calls.upload(archive);
                    assertThat(created.status()).isEqualTo(201);
                    mine = created.text("id");
                    answered.put(mine, hash);
                } else if (random.nextInt(4) > 0) {
                    uncertain.put(mine, hash);
                    Answer updated = calls.form(
                            "PATCH", Calls.PACKAGES + "/" + mine, List.of(new Part(Calls.FILE_PART, archive)));
                    assertThat(updated.status()).isEqualTo(200);
                    answered.put(mine, hash);
                    uncertain.remove(mine);
                } else {
                    uncertain.put(mine, GONE);
                    assertThat(calls.delete(Calls.PACKAGES + "/" + mine).status())
                            .isEqualTo(200);
                    answered.remove(mine);
                    uncertain.remove(mine);
                    mine = null;
                }
                started.countDown();
            }
        } catch (UncheckedIOException killed) {
            stop.set(true);
        } finally {
            started.countDown();
        }
    }

    private void check(Calls calls) {
        Map<String, String> listed = new ConcurrentHashMap<>();
        String cursor = "";
        do {
            Answer page = calls.get(Calls.PACKAGES + "?limit=1000" + cursor);
            page.items()
                    .forEach(item ->
                            listed.put(String.valueOf(item.get("id")), String.valueOf(item.get("file_sha256_hash"))));
            Object next = page.data().get("next_cursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        listed.forEach((id, hash) -> {
            Answer download = calls.get(Calls.PACKAGES + "/" + id + "/download");
            assertThat(download.status()).isEqualTo(200);
            assertThat(Sha256.of(download.bytes()).hex()).isEqualTo(hash);
        });
        answered.forEach((id, hash) -> {
            String asked = uncertain.getOrDefault(id, hash);
            String now = listed.getOrDefault(id, GONE);
            assertThat(now).as("package " + id).isIn(hash, asked);
        });
        settle(listed);
    }

    /** What was uncertain is certain now. */
    private void settle(Map<String, String> listed) {
        uncertain.keySet().forEach(id -> {
            if (listed.containsKey(id)) {
                answered.put(id, listed.get(id));
            } else {
                answered.remove(id);
            }
        });
        uncertain.clear();
    }

    private static List<Path> temporaryFilesOlderThan(Instant restart, Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().contains("sessions"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("locks"))
                    .filter(file -> modified(file).toInstant().isBefore(restart))
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
