package dev.wharf.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A class path without its tests, of which each entry is a jar once {@link #packIn} has packed those that are directories. */
record ProgramJars(List<Path> entries) {
    private static final Path TESTS = Path.of("test-classes");

    /** Those that this JVM has. */
    static ProgramJars ofThisJvm() {
        return new ProgramJars(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(entry -> !entry.endsWith(TESTS))
                .toList());
    }

    /** What changes whenever a class, a library or this JVM is another. */
    String state() {
        return System.getProperty("java.home")
                + Runtime.version()
                + entries.stream()
                        .flatMap(entry -> all(entry).stream())
                        .map(ProgramJars::state)
                        .collect(Collectors.joining("\n"));
    }

    /** Writes those entries that are directories to another one, as jars. */
    void packIn(Path place) throws IOException {
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                pack(entry, jar(entry, place));
            }
        }
    }

    /** The class path once that is done. */
    String classPath(Path place) {
        return entries.stream()
                .map(entry -> Files.isDirectory(entry) ? jar(entry, place) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path jar(Path entry, Path place) {
        return place.resolve(entries.indexOf(entry) + ".jar");
    }

    private static void pack(Path tree, Path jar) throws IOException {
        // Whoever runs from the one before keeps it.
        Files.deleteIfExists(jar);
        try (OutputStream bytes = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path each : all(tree)) {
                // Some libraries look for directories, which are in a jar only as entries of their own.
                boolean directory = Files.isDirectory(each);
                String name = tree.relativize(each).toString().replace(File.separatorChar, '/');
                zip.putNextEntry(new ZipEntry(directory ? name + "/" : name));
                if (!directory) {
                    Files.copy(each, zip);
                }
                zip.closeEntry();
            }
        }
    }

    /** All that is below a directory, or one file. */
    private static List<Path> all(Path tree) {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(each -> Files.isRegularFile(each) || !each.equals(tree))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
