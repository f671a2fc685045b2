package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, told to end while it waits for something: it says what it has reached, and the next deploy goes on from there. */
class SignalledProgramTest {
    private static final String UPLOAD = "POST /v1/connector-sdk/packages";
    private static final String CHANGE = "PATCH /v1/connections/con_1";
    private static final String MAKE = "POST /v1/connections";
    private static final String FIRST_STEP_ENDS = "Interrupted: the step under way ends first, within 9 seconds.";
    private static final String NOTHING_HALF_DONE = "Error: Interrupted; nothing is half done.";

    @TempDir
    Path directory;

    private final CompletableFuture<Process> started = new CompletableFuture<>();
    private final CountDownLatch noticed = new CountDownLatch(1);
    private FakeAccount account;
    private Shell shell;
    private Path project;

    /** What a process came to. */
    private record Ended(int code, String said) {
        Ended with(Signal signal) {
            assertThat(code).as(said).isEqualTo(signal.exitCode);
            return this;
        }

        Ended saying(String... texts) {
            assertThat(said).contains(texts);
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        account = new FakeAccount();
        shell = new Shell(directory);
        account.signIn(shell.environment);
        shell.environment.put("XDG_DATA_HOME", directory.resolve("data").toString());
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void bytes_on_their_way_break_off_and_nothing_is_left() throws Exception {
        byte[] large = new byte[8_000_000];
        new Random(1).nextBytes(large);
        Files.write(project.resolve("tables.bin"), large);
        Signal signal = Signal.interrupt();
        account.arriving = call -> {
            if (call.equals(UPLOAD)) {
                signal.send(started.join());
                await(noticed);
            }
        };

        ended(run(deploy()), line -> false, signal).with(signal).saying(FIRST_STEP_ENDS, NOTHING_HALF_DONE);

        assertThat(account.packages).isEmpty();
        account.arriving = call -> {};
        assertDeployedOnce(shell.run(deploy()));
    }

    @Test
    void an_upload_that_is_not_answered_in_time_is_found_by_the_next_deploy() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        account.after = (call, fake) -> {
            if (call.equals(UPLOAD)) {
                stored.countDown();
            }
            return null;
        };
        account.before = (call, fake) -> {
            if (call.equals(UPLOAD)) {
                Signal.TERM.send(started.join());
                started.join().onExit().join();
            }
            return null;
        };

        ended(run(deploy()), line -> false, Signal.TERM)
                .with(Signal.TERM)
                .saying(
                        FIRST_STEP_ENDS,
                        "Interrupted before the account had answered; the last step was " + UPLOAD + ": upload",
                        "Run the same command again: it finds what this one left.");

        await(stored);
        account.before = (call, fake) -> null;
        assertThat(shell.run("history", "tides").out()).contains("begun");
        Outcome again = shell.run(deploy());
        assertThat(again.err())
                .contains("An earlier deploy ended without a word", "it is used, and not uploaded again");
        assertDeployedOnce(again);
        assertThat(account.calls).filteredOn(UPLOAD::equals).hasSize(1);
    }

    @Test
    void a_connection_that_is_being_made_is_made_and_nothing_taken_back() throws Exception {
        Signal signal = Signal.interrupt();
        account.before = (call, fake) -> {
            if (call.equals(MAKE)) {
                signal.send(started.join());
                await(noticed);
            }
            return null;
        };

        ended(run(deploy()), line -> false, signal)
                .with(signal)
                .saying(
                        FIRST_STEP_ENDS,
                        "Outcome     created",
                        "Interrupted when all was done; nothing was taken back.");

        account.before = (call, fake) -> null;
        Outcome again = shell.run(deploy());
        assertThat(again.field("Outcome")).isEqualTo("unchanged");
        assertDeployedOnce(again);
    }

    @Test
    void whoever_waits_for_a_sync_is_told_that_it_goes_on() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        Signal signal = Signal.interrupt();

        ended(run("sync", "tides", "--wait"), line -> line.startsWith("The sync of con_1 has begun"), signal)
                .with(signal)
                .saying("Interrupted. The sync of con_1 goes on: 'wharf status con_1' tells how it fares.");

        assertThat(account.changes()).containsExactly("POST /v1/connections/con_1/sync");
    }

    @Test
    void a_deploy_that_waits_for_its_sync_stays_done() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");

        ended(run(deploy("--sync", "--wait")), line -> line.startsWith("The sync of con_1 has begun"), Signal.TERM)
                .with(Signal.TERM)
                .saying("Outcome     updated", "Interrupted. The sync of con_1 goes on");

        assertThat(shell.run(deploy()).field("Outcome")).isEqualTo("unchanged");
    }

    @Test
    void a_pause_that_the_account_asked_for_before_the_upload_is_given_up() throws Exception {
        account.before = (call, fake) -> call.equals(UPLOAD) ? FakeAccount.tooMany("50") : null;

        ended(run(deploy("--max-wait", "60s")), line -> line.contains("the next comes in 50 s"), Signal.TERM)
                .with(Signal.TERM)
                .saying(NOTHING_HALF_DONE);

        account.before = (call, fake) -> null;
        assertDeployedOnce(shell.run(deploy()));
    }

    @Test
    void one_at_the_change_of_the_connection_too_and_what_was_uploaded_for_it_is_deleted() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        Signal signal = Signal.interrupt();
        account.before = (call, fake) -> call.equals(CHANGE) ? FakeAccount.tooMany("50") : null;

        ended(run(deploy("--way", "repoint")), line -> line.contains("the next comes in 50 s"), signal)
                .with(signal)
                .saying(NOTHING_HALF_DONE);

        assertThat(account.packages).containsOnlyKeys("p1");
        account.before = (call, fake) -> null;
        assertDeployedOnce(shell.run(deploy("--way", "repoint")));
    }

    private void assertDeployedOnce(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(account.connections).hasSize(1);
        assertThat(account.packages).hasSize(1);
        assertThat(account.fileOf(outcome.field("Connection"))).isEqualTo(outcome.field("SHA-256"));
    }

    private String[] deploy(String... more) {
        List<String> all = new ArrayList<>(
                List.of("deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Wharf.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(shell.environment);
        builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        Process process = builder.start();
        process.onExit().thenRun(noticed::countDown);
        started.complete(process);
        return process;
    }

    /** Reads all that a process says, and signals it at a line of its own. */
    private Ended ended(Process process, Predicate<String> at, Signal signal) throws Exception {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals(FIRST_STEP_ENDS)) {
                    noticed.countDown();
                }
                if (at.test(line)) {
                    signal.send(process);
                }
            }
        }
        return new Ended(process.waitFor(), said.toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
