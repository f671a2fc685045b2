package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real program, killed at each call of a deploy, which the account answers all the same; then the deploy is repeated. Where it can
 * undo, it has; where it could not, the next deploy mends.
 */
class KilledDeployTest {
    @TempDir
    Path directory;

    private int round;

    /** What a deploy does that is killed. */
    enum Kind {
        CREATE,
        IN_PLACE,
        REPOINT
    }

    /** What a killed deploy came to. */
    private record Killed(boolean reached, boolean wasChange, String said) {}

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_deploy_that_was_killed_at_any_of_its_calls_and_is_repeated_leaves_nothing_over(Kind kind) throws Exception {
        AtomicInteger kills = new AtomicInteger();
        int call = 0;
        boolean reached = true;
        while (reached) {
            Killed killed = killedAndRepeated(kind, "KILL", call);
            reached = killed.reached();
            if (reached) {
                kills.incrementAndGet();
                if (killed.wasChange()) {
                    killedAndRepeated(kind, "TERM", call);
                    killedAndRepeated(kind, "INT", call);
                    kills.addAndGet(2);
                }
            }
            call++;
        }

        assertThat(kills.get()).as(kind + ": kills").isGreaterThanOrEqualTo(8);
    }

    private Killed killedAndRepeated(Kind kind, String signal, int at) throws Exception {
        Path home = Files.createDirectory(directory.resolve("round" + round++));
        Path project = Files.createDirectory(home.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        try (FakeAccount account = new FakeAccount()) {
            Shell shell = new Shell(home);
            account.signIn(shell.environment);
            shell.environment.put("XDG_DATA_HOME", home.resolve("data").toString());
            if (kind != Kind.CREATE) {
                account.archive("before", "what ran before".getBytes(StandardCharsets.UTF_8));
                account.connection("con_1", "tides", "before");
            }
            String[] deploy = {
                "deploy",
                project.toString(),
                "--destination",
                "Warehouse",
                "--connection",
                "tides",
                "--way",
                kind == Kind.REPOINT ? "repoint" : "automatic",
            };
            Killed killed = kill(account, home, signal, at, deploy);
            account.before = (call, fake) -> null;

            Outcome again = shell.run(deploy);

            String what = kind + " " + signal + " at " + at + ":\n" + killed.said() + again.out() + again.err()
                    + account.calls;
            assertThat(again.code()).as(what).isZero();
            assertThat(account.connections).as(what).hasSize(1);
            assertThat(account.packages).as(what).hasSize(1);
            assertThat(account.fileOf(again.field("Connection"))).as(what).isEqualTo(again.field("SHA-256"));
            return killed;
        }
    }

    private static Killed kill(FakeAccount account, Path home, String signal, int at, String... deploy)
            throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        AtomicBoolean reached = new AtomicBoolean();
        AtomicBoolean wasChange = new AtomicBoolean();
        account.before = (call, fake) -> {
            if (calls.getAndIncrement() == at) {
                reached.set(true);
                wasChange.set(!call.startsWith("GET "));
                send(signal, started.join());
            }
            return null;
        };
        Process process = program(account, home, deploy).start();
        started.complete(process);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return new Killed(reached.get(), wasChange.get(), said);
    }

    /** After a KILL nobody hears the answer any more; after the others the program goes on. */
    private static void send(String signal, Process process) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (signal.equals("KILL")) {
                process.waitFor();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder program(FakeAccount account, Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Wharf.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        account.signIn(builder.environment());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        return builder;
    }
}
