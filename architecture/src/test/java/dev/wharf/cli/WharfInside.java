package dev.wharf.cli;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.cli.target.Invocation;
import dev.wharf.port.Pace;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** The command line within the process of a test, for the tests of the documents. */
public final class WharfInside {
    private final Map<String, String> environment;
    private final Path home;

    /** One that sees only these variables, and keeps what it keeps in this home. */
    public WharfInside(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** All commands, with all their options. */
    public static CommandLine commands() {
        Surroundings nowhere = surroundings(Map.of(), Path.of("/nonexistent"), OutputStream.nullOutputStream());
        return new CommandTree(new Invocation(nowhere, new Interruption()), "--help").build();
    }

    /** Runs a command line; both streams go to one place, as on a terminal. Returns the exit code. */
    public int run(OutputStream printed, String... arguments) {
        return new Wharf(surroundings(environment, home, printed), new Interruption()).run(arguments);
    }

    private static Surroundings surroundings(Map<String, String> environment, Path home, OutputStream printed) {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Surroundings(
                environment, home, "ann", InputStream.nullInputStream(), both, both, Terminal.NONE, Pace.system());
    }
}
