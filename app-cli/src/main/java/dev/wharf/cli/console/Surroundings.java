package dev.wharf.cli.console;

import dev.wharf.port.Pace;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the program finds around it. Text goes out as UTF-8 whatever the locale: JSON demands it, and results must
 * not depend on who runs the program.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 * @param userName the operating system's name of the user
 * @param in where answers come from
 * @param out where results go
 * @param err where everything else goes
 * @param terminal at which of these a person is
 * @param pace the time, and how it is waited
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        String userName,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        Pace pace) {

    /**
     * Those of this process.
     *
     * @return the surroundings
     */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                home(System.getenv("HOME")),
                System.getProperty("user.name", ""),
                System.in,
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Terminal.detect(),
                Pace.system());
    }

    /** Where HOME says, as every other tool has it; Java's own idea comes from the system's list of users. */
    static Path home(@Nullable String said) {
        Path usual = Path.of(System.getProperty("user.home", ""));
        try {
            return said != null && Path.of(said).isAbsolute() ? Path.of(said) : usual;
        } catch (InvalidPathException e) {
            return usual;
        }
    }

    /**
     * An environment variable; set to nothing counts as not set.
     *
     * @param name the variable
     * @return its value, or null
     */
    public @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
