package dev.wharf.cli;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.testkit.SkippingPace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs commands as a user would, in this process, with a home of their own. */
final class Shell {
    final Map<String, String> environment = new HashMap<>();
    final Path home;
    private Terminal terminal = Terminal.NONE;
    private String typed = "";
    private Duration ahead = Duration.ZERO;

    Shell(Path home) {
        this.home = home;
    }

    /** What a command left behind. */
    record Outcome(int code, String out, String err, byte[] bytes) {
        List<String> lines() {
            return out.lines().toList();
        }

        /** The value beside a label. */
        String field(String label) {
            Matcher matcher =
                    Pattern.compile("(?m)^" + Pattern.quote(label) + " +(.*)$").matcher(out);
            if (!matcher.find()) {
                throw new AssertionError("no " + label + " in:\n" + out + err);
            }
            return matcher.group(1);
        }
    }

    Shell atTerminal(String answer) {
        terminal = new Terminal(true, true, true);
        typed = answer;
        return this;
    }

    /** Sets this machine's clock wrong. */
    Shell ahead(Duration time) {
        ahead = time;
        return this;
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                environment,
                home,
                "ada.lovelace",
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                new SkippingPace(Instant.now().plus(ahead)));
        int code = new Wharf(surroundings, new Interruption()).run(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return new Outcome(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), out.toByteArray());
    }

    /** Runs a command in the embedded registry of the home. */
    Outcome local(String... arguments) {
        return run(Stream.concat(Stream.of("--local=" + registry()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    Path registry() {
        return home.resolve("registry");
    }

    static Path example(String name) {
        return Path.of(System.getProperty("wharf.repository"), "examples", name);
    }
}
