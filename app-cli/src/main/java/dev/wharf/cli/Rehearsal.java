package dev.wharf.cli;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.port.Pace;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Does what the launcher's start-up cache shall make fast, and no more: every class in the cache is loaded at every start,
 * so those of the catalog would cost each command more than they save a few.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs some commands.
     *
     * @param arguments a connector's directory, and a directory to write to
     */
    public static void main(String[] arguments) {
        Path project = Path.of(arguments[0]);
        Path scratch = Path.of(arguments[1]);
        String target = scratch.resolve("package.zip").toString();
        List<String[]> commands = List.of(
                new String[] {"--version"},
                new String[] {"package", project.toString(), "-O", target, "--list"},
                new String[] {"package", scratch.toString()});
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                Map.of(),
                scratch,
                "rehearsal",
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Terminal.NONE,
                Pace.system());
        for (String[] command : commands) {
            new Wharf(surroundings, new Interruption()).run(command);
        }
        // Loads what only the process's own start needs.
        Surroundings.ofProcess();
    }
}
