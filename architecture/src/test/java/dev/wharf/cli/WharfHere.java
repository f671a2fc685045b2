package dev.wharf.cli;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.port.Pace;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The command line in this process, which takes a small part of the time of a process of its own. */
public final class WharfHere {
    private WharfHere() {}

    /** Runs a command as somebody's whose environment is exactly this one; returns its exit code. */
    public static int run(
            Map<String, String> environment, Path home, PrintStream out, PrintStream err, String... arguments) {
        Surroundings surroundings = new Surroundings(
                environment, home, "ada", InputStream.nullInputStream(), out, err, Terminal.NONE, Pace.system());
        return new Wharf(surroundings, new Interruption()).run(arguments);
    }
}
