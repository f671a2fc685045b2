package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.TooLargeException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with little memory, and a client with less, move the largest archive there may be, and not one byte more. */
class LargeArchiveTest {
    private static final long LIMIT = 200L * 1024 * 1024;
    private static final long SERVER_PEAK_KB = 350 * 1024;

    @TempDir
    Path directory;

    @Test
    void the_largest_archive_passes_in_little_memory_and_one_byte_more_does_not() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                directory.resolve("data"), directory.resolve("log"), "-Xmx96m", "-XX:TieredStopAtLevel=4")) {
            Path output = directory.resolve("client.log");
            Process client = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Client.class.getName(),
                            server.url().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();

            assertThat(client.waitFor()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).contains("downloaded").contains("refused");
            assertThat(peakKilobytes(server.pid())).isLessThan(SERVER_PEAK_KB);
        }
    }

    private static long peakKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Runs in a process of its own, with a heap smaller than the archive. */
    static final class Client {
        public static void main(String[] arguments) throws IOException {
            Credentials credentials = ServerProcess.ADMIN;
            HttpAccountSettings settings = HttpAccountSettings.of(URI.create(arguments[0]), credentials);
            try (HttpAccount account = HttpAccount.connect(settings)) {
                ConnectorPackage created = account.packages().create(new SizedArchive(LIMIT));
                try (ArchiveDownload download = account.packages().download(created.id())) {
                    long count = download.stream().transferTo(OutputStream.nullOutputStream());
                    Sha256 hash = download.sha256();
                    System.out.println("downloaded " + count + " bytes of " + hash);
                    if (count != LIMIT || hash == null) {
                        System.exit(1);
                    }
                }
                try {
                    account.packages().create(new SizedArchive(LIMIT + 1));
                    System.exit(2);
                } catch (TooLargeException e) {
                    System.out.println("refused: " + e.getMessage());
                }
            }
        }
    }
}
