package dev.wharf.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Starts a program of this class path as its users have it: from jars and with a start-up cache, because most of what is waited for
 * otherwise is Java reading classes. Jars and caches are kept below {@code target} and serve every process that tests the same
 * classes, until one of them changes.
 */
public final class QuickStart {
    private static final Path HOME = Path.of("target", "quick-start").toAbsolutePath();

    private static final Map<String, List<String>> MADE = new HashMap<>();

    private QuickStart() {}

    /**
     * The command that starts a program; further options of Java go behind its first word, and the program's arguments to its end.
     *
     * @param main the program's class
     * @param rehearsal from a directory to write to, the class and the arguments of a program that uses what this one will use, and ends
     * @return the command, which is made at the first call
     * @throws IllegalStateException if the rehearsal fails
     * @throws UncheckedIOException if nothing can be written below {@code target}
     */
    public static synchronized List<String> of(String main, Function<Path, List<String>> rehearsal) {
        return MADE.computeIfAbsent(main, program -> make(program, rehearsal));
    }

    private static List<String> make(String main, Function<Path, List<String>> rehearsal) {
        ProgramJars jars = ProgramJars.ofThisJvm();
        Path place = HOME.resolve(main);
        Path cache = place.resolve("cache.jsa");
        Path state = place.resolve("state");
        try {
            Files.createDirectories(place);
            // Another JVM may test the same classes at the same time; what is held is let go with the channel.
            try (FileChannel turn =
                    FileChannel.open(place.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                if (!Files.exists(state) || !Files.readString(state).equals(jars.state())) {
                    Files.deleteIfExists(state);
                    jars.packIn(place);
                    rehearse(jars.classPath(place), rehearsal, cache);
                    Files.writeString(state, jars.state());
                }
                List<String> command = new ArrayList<>(java(jars.classPath(place), "-XX:SharedArchiveFile=" + cache));
                command.add(main);
                return List.copyOf(command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the start-up cache of " + main + " was made.", e);
        }
    }

    private static void rehearse(String classPath, Function<Path, List<String>> rehearsal, Path cache)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(cache.getParent(), "rehearsal");
        Path made = scratch.resolve("made.jsa");
        Path said = scratch.resolve("said");
        List<String> command = new ArrayList<>(java(classPath, "-XX:ArchiveClassesAtExit=" + made));
        command.addAll(rehearsal.apply(scratch));
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exitCode != 0 || !Files.exists(made)) {
            throw new IllegalStateException("The rehearsal ended with " + exitCode + " and without a start-up cache: "
                    + Files.readString(said));
        }
        Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> left = Files.walk(scratch)) {
            for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static List<String> java(String classPath, String cache) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                cache,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath);
    }
}
