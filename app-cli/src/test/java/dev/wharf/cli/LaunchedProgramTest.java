package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own. */
class LaunchedProgramTest {
    private static final String HASH = "0".repeat(64);

    @TempDir
    Path directory;

    @Test
    void offline_commands_load_neither_netty_nor_micronaut() throws Exception {
        assertOffline("--version");
        assertOffline("--help");
        assertOffline("completion", "bash");
        assertOffline("package", Shell.example("weather").toString(), "-O", directory + "/weather.zip");
        assertOffline(
                "deploy",
                Shell.example("weather").toString(),
                "--local=" + directory.resolve("registry"),
                "--destination",
                "warehouse",
                "--connection",
                "weather");
        assertOffline("packages", "get", "nothing_there", "--local=" + directory.resolve("registry"));
    }

    @Test
    void an_interrupted_download_ends_with_130_and_leaves_nothing() throws Exception {
        Path target = Files.createDirectory(directory.resolve("target"));
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/connector-sdk/packages/half_done/download", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            OutputStream body = exchange.getResponseBody();
            body.write(new byte[1000]);
            body.flush();
            underWay.countDown();
            awaitUninterruptibly(over);
            exchange.close();
        });
        server.createContext("/v1/connector-sdk/packages/half_done", exchange -> {
            byte[] answer = ("{\"code\":\"Success\",\"data\":{\"id\":\"half_done\",\"created_by\":\"ada\","
                            + "\"last_updated_by\":\"ada\",\"created_at\":\"2026-01-01T00:00:00Z\","
                            + "\"updated_at\":\"2026-01-01T00:00:00Z\",\"file_sha256_hash\":\"" + HASH + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            ProcessBuilder builder = program(
                    List.of(),
                    "packages",
                    "download",
                    "half_done",
                    "-O",
                    target.resolve("half.zip").toString());
            builder.environment()
                    .put(
                            "WHARF_API_URL",
                            "http://localhost:" + server.getAddress().getPort());
            builder.environment().put("WHARF_API_KEY", "key");
            builder.environment().put("WHARF_API_SECRET", "secret");
            Process process = builder.start();
            process.onExit().thenRun(underWay::countDown);
            underWay.await();
            Signal signal = Signal.interrupt();
            signal.send(process);

            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(signal.exitCode);
            assertThat(said).contains("Interrupted");
            try (Stream<Path> left = Files.list(target)) {
                assertThat(left).isEmpty();
            }
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    @Test
    void an_exit_code_reaches_the_shell() throws Exception {
        Process process = program(
                        List.of(), "package", directory.resolve("nothing").toString())
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("Error: There is no directory");
        assertThat(process.waitFor()).isEqualTo(8);
    }

    private void assertOffline(String... arguments) throws Exception {
        Path classes = directory.resolve("classes");
        Process process = program(List.of("-Xlog:class+load:file=" + classes), arguments)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        process.waitFor();

        assertThat(Files.readString(classes))
                .as(String.join(" ", arguments))
                .contains("dev.wharf.cli.Wharf ")
                .doesNotContain(" io.netty.", " io.micronaut.", " reactor.");
    }

    private ProcessBuilder program(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Wharf.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        return builder;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
