package dev.wharf.endtoend;

import dev.wharf.testkit.QuickStart;
import java.nio.file.Path;
import java.util.List;

/** How programs are started here. */
public final class ProgramStart {
    private static final String SERVER = "dev.wharf.server.WharfServer";

    private ProgramStart() {}

    /** The command line's program and the arguments that it needs before one's own. */
    public static List<String> ofCommandLine() {
        return QuickStart.of(
                "dev.wharf.cli.Wharf", scratch -> List.of("dev.wharf.cli.NetworkRehearsal", scratch.toString()));
    }

    /** The same of the server. */
    public static List<String> ofServer() {
        return QuickStart.of(
                SERVER,
                scratch -> List.of(
                        SERVER,
                        "--check",
                        "--port",
                        "0",
                        "--data",
                        scratch.resolve("data").toString()));
    }

    /** Any program, with nothing but what makes short programs start sooner. */
    static List<String> of(String classPath, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                main);
    }
}
