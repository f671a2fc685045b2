package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real program, killed at each call of a deploy, which the account answers all the same; then the deploy is repeated. Where it can
 * undo, it has; where it could not, the next deploy mends.
 */
class KilledDeployTest {
    /** Whether every signal comes at every call, which takes minutes. */
    private static final boolean EVERY_CALL = Boolean.getBoolean("wharf.kills.everywhere");

    @TempDir
    Path directory;

    private int round;

    /** What a deploy does that is killed. */
    enum Kind {
        CREATE,
        IN_PLACE,
        REPOINT
    }

    /** How it is killed, and when. */
    private record Shot(String signal, int at) {}

    /** What a killed deploy came to: at which call, how it ended, what it said. */
    private record Killed(@Nullable String call, int code, String said) {}

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_deploy_that_was_killed_at_any_of_its_calls_and_is_repeated_leaves_nothing_over(Kind kind) throws Exception {
        List<String> calls = callsOf(kind);
        List<Shot> shots = EVERY_CALL ? all(calls) : some(calls);
        List<String> report = new ArrayList<>();
        for (Shot shot : shots) {
            report.add(killedAndRepeated(kind, shot));
        }

        Path file = Files.createDirectories(Path.of("target", "kills")).resolve(kind + ".txt");
        Files.write(file, report);
        assertThat(report).hasSize(shots.size()).hasSizeGreaterThanOrEqualTo(EVERY_CALL ? 24 : 4);
    }

    private static List<Shot> all(List<String> calls) {
        return Stream.of("KILL", "TERM", "INT")
                .flatMap(signal -> IntStream.range(0, calls.size()).mapToObj(at -> new Shot(signal, at)))
                .toList();
    }

    /** A KILL at the first call and at each change; the signals that the program heeds at the first change and at the last. */
    private static List<Shot> some(List<String> calls) {
        List<Integer> changes = IntStream.range(0, calls.size())
                .filter(at -> !calls.get(at).startsWith("GET "))
                .boxed()
                .toList();
        List<Shot> shots = new ArrayList<>(List.of(new Shot("KILL", 0)));
        changes.forEach(at -> shots.add(new Shot("KILL", at)));
        shots.add(new Shot("TERM", changes.get(0)));
        shots.add(new Shot("INT", changes.get(changes.size() - 1)));
        return shots;
    }

    /** The calls of a deploy that nobody kills. */
    private List<String> callsOf(Kind kind) throws Exception {
        Path home = home();
        try (FakeAccount account = account(kind)) {
            List<String> calls = Collections.synchronizedList(new ArrayList<>());
            account.before = (call, fake) -> {
                calls.add(call);
                return null;
            };
            Process process = program(account, home, deploy(kind, home)).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return calls;
        }
    }

    /** Returns a line of the report. */
    private String killedAndRepeated(Kind kind, Shot shot) throws Exception {
        Path home = home();
        try (FakeAccount account = account(kind)) {
            Shell shell = new Shell(home);
            account.signIn(shell.environment);
            shell.environment.put("XDG_DATA_HOME", home.resolve("data").toString());
            String[] deploy = deploy(kind, home);
            Killed killed = kill(account, home, shot, deploy);
            account.before = (call, fake) -> null;

            Outcome again = shell.run(deploy);

            String what = kind + " " + shot + ":\n" + killed.said() + again.out() + again.err() + account.calls;
            assertThat(killed.call()).as(what).isNotNull();
            assertThat(again.code()).as(what).isZero();
            assertThat(account.connections).as(what).hasSize(1);
            assertThat(account.packages).as(what).hasSize(1);
            assertThat(account.fileOf(again.field("Connection"))).as(what).isEqualTo(again.field("SHA-256"));
            return "%-8s | %-4s | call %2d | %-45s | exit %3d | then %s"
                    .formatted(
                            kind, shot.signal(), shot.at() + 1, killed.call(), killed.code(), again.field("Outcome"));
        }
    }

    private Path home() throws IOException {
        Path home = Files.createDirectory(directory.resolve("round" + round++));
        Path project = Files.createDirectory(home.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        return home;
    }

    private static FakeAccount account(Kind kind) throws IOException {
        FakeAccount account = new FakeAccount();
        if (kind != Kind.CREATE) {
            account.archive("before", "what ran before".getBytes(StandardCharsets.UTF_8));
            account.connection("con_1", "tides", "before");
        }
        return account;
    }

    private static String[] deploy(Kind kind, Path home) {
        return new String[] {
            "deploy",
            home.resolve("tides").toString(),
            "--destination",
            "Warehouse",
            "--connection",
            "tides",
            "--way",
            kind == Kind.REPOINT ? "repoint" : "automatic",
        };
    }

    private static Killed kill(FakeAccount account, Path home, Shot shot, String... deploy) throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<@Nullable String> reached = new AtomicReference<>();
        account.before = (call, fake) -> {
            if (calls.getAndIncrement() == shot.at()) {
                reached.set(call.replaceFirst("\\?.*", ""));
                send(shot.signal(), started.join());
            }
            return null;
        };
        Process process = program(account, home, deploy).start();
        started.complete(process);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Killed(reached.get(), process.waitFor(), said);
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
        ProcessBuilder builder = WharfProcess.of(arguments);
        account.signIn(builder.environment());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        return builder;
    }
}
