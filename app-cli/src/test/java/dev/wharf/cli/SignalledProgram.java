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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A program that is sent a signal at a certain call. */
abstract class SignalledProgram {
    static final String UPLOAD = "POST /v1/connector-sdk/packages";
    static final String FIRST_STEP_ENDS = "Interrupted. The current step ends first, within 9 seconds.";
    static final String NOTHING_HALF_DONE = "Error: Interrupted. Nothing was left incomplete.";

    @TempDir
    Path directory;

    final CompletableFuture<Process> started = new CompletableFuture<>();
    final CountDownLatch noticed = new CountDownLatch(1);
    FakeAccount account;
    Shell shell;
    Path project;

    /** What a process came to. */
    record Ended(int code, String said) {
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

    void assertDeployedOnce(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(account.connections).hasSize(1);
        assertThat(account.packages).hasSize(1);
        assertThat(account.fileOf(outcome.field("Connection"))).isEqualTo(outcome.field("SHA-256"));
    }

    String[] deploy(String... more) {
        List<String> all = new ArrayList<>(
                List.of("deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    Process run(String... arguments) throws IOException {
        ProcessBuilder builder = WharfProcess.of(arguments);
        builder.environment().putAll(shell.environment);
        builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        Process process = builder.start();
        process.onExit().thenRun(noticed::countDown);
        started.complete(process);
        return process;
    }

    /** Reads all that a process says, and signals it at a line of its own. */
    Ended ended(Process process, Predicate<String> at, Signal signal) throws Exception {
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
}
