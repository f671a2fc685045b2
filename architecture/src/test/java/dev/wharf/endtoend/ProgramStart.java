package dev.wharf.endtoend;

import dev.wharf.cli.Wharf;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the command line is started here: from jars and with a start-up cache, as users have it, because most of what these tests wait
 * for is Java reading classes. Where a build has no jars yet, there is no cache either.
 */
public final class ProgramStart {
    private static final String JARS = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Files.isRegularFile(Path.of(entry)))
            .collect(Collectors.joining(File.pathSeparator));

    private static final List<String> WHARF = wharf();

    private ProgramStart() {}

    /** The command line's program and the arguments that it needs before one's own. */
    public static List<String> ofCommandLine() {
        return WHARF;
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

    private static List<String> wharf() {
        String place =
                Wharf.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        if (!place.endsWith(".jar")) {
            return of(System.getProperty("java.class.path"), Wharf.class.getName());
        }
        try {
            Path cache = Path.of("target", "wharf.jsa").toAbsolutePath();
            Path scratch = Files.createTempDirectory("rehearsal");
            List<String> rehearsal = new ArrayList<>(
                    with(of(JARS, "dev.wharf.cli.NetworkRehearsal"), "-XX:ArchiveClassesAtExit=" + cache));
            rehearsal.add(scratch.toString());
            int exitCode = new ProcessBuilder(rehearsal)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("the start-up cache was not made: exit code " + exitCode);
            }
            return with(of(JARS, Wharf.class.getName()), "-XX:SharedArchiveFile=" + cache);
        } catch (IOException e) {
            throw new IllegalStateException("the start-up cache was not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the start-up cache was made", e);
        }
    }

    private static List<String> with(List<String> command, String option) {
        List<String> longer = new ArrayList<>(command);
        longer.add(1, option);
        return List.copyOf(longer);
    }
}
