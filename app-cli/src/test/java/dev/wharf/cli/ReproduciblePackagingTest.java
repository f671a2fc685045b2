package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tree has one hash, whoever builds its archive where and when; the real program, in processes of its own. */
class ReproduciblePackagingTest {
    private static final Pattern HASH = Pattern.compile("\"file_sha256_hash\": \"([0-9a-f]{64})\"");
    private static final Map<String, String> FILES = new LinkedHashMap<>();
    private static final String SCRIPT = "drivers/installation.sh";

    static {
        FILES.put("connector.py", "connector = Connector(update=update)\n");
        FILES.put("Requirements.txt", "pyodbc==5.2.0\n");
        FILES.put("requirements.txt", "pandas==2.2.3\n");
        FILES.put("tables/Zulu.py", "z = 1\n");
        FILES.put("tables/alpha.py", "a = 1\n");
        FILES.put("tables/ıI.py", "dotless = 1\n");
        FILES.put("tables/é.py", "composed = 1\n");
        FILES.put("tables/数据.py", "data = 1\n");
        FILES.put("tables/.gitignore", "*.tmp\n");
        FILES.put(SCRIPT, "#!/bin/sh\n");
        for (int i = 0; i < 150; i++) {
            FILES.put("data/part" + i + ".csv", "id,name\n" + i + ",Ada\n");
        }
    }

    @TempDir
    Path folder;

    private Path tree;

    @BeforeEach
    void writeTree() throws IOException {
        tree = write("tree", new ArrayList<>(FILES.keySet()), Instant.parse("2026-01-01T00:00:00Z"), "rw-r--r--");
    }

    @Test
    void neither_place_nor_time_nor_settings_nor_java_matter() throws Exception {
        List<String> backwards = new ArrayList<>(FILES.keySet());
        Collections.reverse(backwards);
        Path later = write("later", backwards, Instant.parse("2038-07-19T03:14:08Z"), "rw-rw-rw-");
        Path shut = write("shut", backwards, Instant.EPOCH, "rw-------");
        Path link = Files.createSymbolicLink(folder.resolve("link"), tree);
        String java = javaOf(Path.of(System.getProperty("java.home")));

        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("here", hash(tree, java, Map.of(), "022"));
        hashes.put("a copy written backwards, later, with a loose umask", hash(later, java, Map.of(), "000"));
        hashes.put("a copy nobody else can read, from 1970", hash(shut, java, Map.of(), "077"));
        hashes.put("through a link", hash(link, java, Map.of(), "022"));
        hashes.put("Kiritimati, Turkish", hash(tree, java, Map.of("TZ", "Pacific/Kiritimati"), "022", turkish()));
        hashes.put("Honolulu, no locale", hash(tree, java, Map.of("TZ", "Pacific/Honolulu", "LC_ALL", "C"), "022"));
        for (Path home : otherJavas()) {
            hashes.put(home.toString(), hash(tree, javaOf(home), Map.of(), "022"));
        }

        assertThat(Set.copyOf(hashes.values())).as(hashes.toString()).hasSize(1);
    }

    @Test
    void every_change_to_what_goes_in_matters() throws Exception {
        String java = javaOf(Path.of(System.getProperty("java.home")));
        Set<String> hashes = new LinkedHashSet<>();
        hashes.add(hash(tree, java, Map.of(), "022"));

        Files.writeString(tree.resolve("data/part7.csv"), "id,name\n7,Adb\n");
        hashes.add(hash(tree, java, Map.of(), "022"));
        Files.move(tree.resolve("data/part8.csv"), tree.resolve("data/part8b.csv"));
        hashes.add(hash(tree, java, Map.of(), "022"));
        Files.setPosixFilePermissions(tree.resolve(SCRIPT), PosixFilePermissions.fromString("rw-r-xr-x"));
        hashes.add(hash(tree, java, Map.of(), "022"));

        assertThat(hashes).hasSize(4);
    }

    private Path write(String name, List<String> order, Instant modified, String mode) throws IOException {
        Path root = folder.resolve(name);
        for (String path : order) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, FILES.get(path));
            Files.setLastModifiedTime(file, FileTime.from(modified));
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(path.equals(SCRIPT) ? executable(mode) : mode));
        }
        return root;
    }

    private static String executable(String mode) {
        return mode.substring(0, 2) + "x" + mode.substring(3);
    }

    private static String[] turkish() {
        return new String[] {"-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9"};
    }

    private String hash(Path project, String java, Map<String, String> environment, String umask, String... options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh", java));
        command.addAll(List.of(options));
        command.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path"), "dev.wharf.cli.Wharf"));
        command.addAll(List.of("package", project.toString(), "-O", folder + "/out.zip", "-o", "json"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = HASH.matcher(said);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(matcher.find()).as(said).isTrue();
        return matcher.group(1);
    }

    private static String javaOf(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }

    /** Where Linux distributions put further Javas; those that run this bytecode. */
    private static List<Path> otherJavas() throws IOException {
        List<Path> homes = new ArrayList<>();
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return homes;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(usual)) {
            for (Path home : all) {
                if (Files.isExecutable(home.resolve("bin/java")) && version(home) >= 17) {
                    homes.add(home);
                }
            }
        }
        return homes;
    }

    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        Matcher matcher = Pattern.compile("JAVA_VERSION=\"([0-9]+)")
                .matcher(Files.exists(release) ? Files.readString(release) : "");
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
