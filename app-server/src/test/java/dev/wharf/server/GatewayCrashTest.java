package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a gateway with SIGKILL in the midst of uploads, updates and deletions: every other time at once when the account behind
 * has a new package, which is before the gateway can have recorded it. How often is a property,
 * {@code wharf.gateway.crash.rounds}.
 */
class GatewayCrashTest {
    private static final int ROUNDS = Integer.getInteger("wharf.gateway.crash.rounds", 2);
    private static final int WRITERS = 3;

    @TempDir
    Path directory;

    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private int ownerless;
    private int open;

    @Test
    void whatever_was_made_has_an_owner_and_a_record_once_the_gateway_is_back() throws Exception {
        Path data = directory.resolve("gateway");
        Path log = directory.resolve("gateway.log");
        Path behindData = directory.resolve("server");
        Random random = new Random(20261122);
        try (RunningServer behind = new RunningServer(behindData);
                JdbcCatalog made = JdbcCatalog.sqlite(behindData.resolve("catalog.db"))) {
            String[] options = options(behind, behind.newKey("the_gateway", Role.ADMIN));
            ServerProcess gateway = ServerProcess.start(data, log, options);
            try (JdbcCatalog record = JdbcCatalog.sqlite(data.resolve("catalog.db"))) {
                // Sooner or later something is under way.
                for (int round = 0; round < ROUNDS || (open == 0 && round < 10 * ROUNDS); round++) {
                    writeUntilKilled(gateway, made, random, round % 2 == 0);
                    count(made, record);
                    gateway = ServerProcess.start(data, log, options);
                    Waiting.until(() -> record.begun().list(0, 1).isEmpty());
                    check(made, record);
                }
            } finally {
                gateway.close();
            }
        }
        assertThat(answered).as("the writers wrote").isNotEmpty();
        assertThat(open).as("changes under way when the gateway was killed").isPositive();
        System.out.printf(
                "%d kills, %d changes open at them, %d packages without an owner then%n", ROUNDS, open, ownerless);
    }

    private static String[] options(RunningServer behind, Credentials key) {
        return new String[] {
            "-Dwharf.upstream.url=" + behind.url(),
            "-Dwharf.upstream.key=" + key.key(),
            "-Dwharf.upstream.secret=" + key.secret(),
            "-Dwharf.upstream.lease=1s"
        };
    }

    private void writeUntilKilled(ServerProcess gateway, JdbcCatalog made, Random random, boolean aimed)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            Random own = new Random(random.nextLong());
            writers.execute(() -> write(gateway.asAdmin(), own, stop, started));
        }
        started.await();
        new CountDownLatch(1).await(random.nextInt(400), TimeUnit.MILLISECONDS);
        if (aimed) {
            long last = last(made);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (made.packages().list(last, 1).isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        gateway.kill();
        stop.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void write(Calls calls, Random random, AtomicBoolean stop, CountDownLatch started) {
        try {
            while (!stop.get()) {
                String made = Calls.PACKAGES + "/" + upload(calls, random);
                byte[] archive = archive(random);
                Answer updated = calls.form("PATCH", made, List.of(new Part(Calls.FILE_PART, archive)));
                assertThat(updated.status()).isEqualTo(200);
                if (random.nextInt(3) == 0) {
                    assertThat(calls.delete(made).status()).isEqualTo(200);
                }
                started.countDown();
            }
        } catch (UncheckedIOException killed) {
            stop.set(true);
        } finally {
            started.countDown();
        }
    }

    private String upload(Calls calls, Random random) {
        byte[] archive = archive(random);
        Answer created = calls.upload(archive);
        assertThat(created.status()).isEqualTo(201);
        answered.put(created.text("id"), Sha256.of(archive).hex());
        return created.text("id");
    }

    private static byte[] archive(Random random) {
        return Zips.of("connector.py", "# " + random.nextLong(), "data", "x".repeat(random.nextInt(50_000)));
    }

    /** Only for the report: how often the kill came at a bad moment. */
    private void count(JdbcCatalog made, JdbcCatalog record) {
        open += record.begun().list(0, 1000).size();
        ownerless += (int) packages(made).stream()
                .filter(each -> owner(record, each.id()).isEmpty())
                .count();
    }

    private void check(JdbcCatalog made, JdbcCatalog record) {
        List<ConnectorPackage> there = packages(made);
        for (ConnectorPackage each : there) {
            assertThat(owner(record, each.id())).as("owner of " + each.id()).isEqualTo("admin");
            assertThat(lastHash(record, each.id()))
                    .as("recorded file of " + each.id())
                    .isEqualTo(each.sha256());
        }
        List<String> left = there.stream().map(each -> each.id().value()).toList();
        for (Positioned<AuditEntry> each : record.audit().list(0, 1_000_000)) {
            String subject = each.item().subject();
            if (each.item().action() == Action.PACKAGE_CREATED && !left.contains(subject)) {
                assertThat(record.audit().findLast(Action.PACKAGE_DELETED, subject))
                        .as("record that " + subject + " was deleted")
                        .isPresent();
            }
        }
        assertThat(answered.keySet())
                .allMatch(id -> !owner(record, new PackageId(id)).isEmpty());
    }

    private static String owner(JdbcCatalog record, PackageId id) {
        return record.audit()
                .findLast(Action.PACKAGE_CREATED, id.value())
                .map(entry -> entry.user().value())
                .orElse("");
    }

    private static Sha256 lastHash(JdbcCatalog record, PackageId id) {
        return Objects.requireNonNull(record.audit()
                .findLast(Action.PACKAGE_UPDATED, id.value())
                .or(() -> record.audit().findLast(Action.PACKAGE_CREATED, id.value()))
                .orElseThrow()
                .to());
    }

    private static List<ConnectorPackage> packages(JdbcCatalog made) {
        return made.packages().list(0, 1_000_000).stream().map(Positioned::item).toList();
    }

    private static long last(JdbcCatalog made) {
        List<Long> positions = new ArrayList<>(made.packages().list(0, 1_000_000).stream()
                .map(Positioned::position)
                .toList());
        return positions.isEmpty() ? 0 : positions.get(positions.size() - 1);
    }
}
