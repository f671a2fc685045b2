package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A machine that the doctor examines, and the account it talks to. */
abstract class ExaminedMachine {
    static final String JOINED = base64("the_key:the_secret");

    @TempDir
    Path directory;

    final List<String> authorizations = new CopyOnWriteArrayList<>();
    HttpServer server;
    String url;
    Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
        server.createContext("/v1/account/info", exchange -> {
            try (exchange) {
                authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = "{\"code\":\"Success\",\"data\":{\"account_id\":\"a\",\"account_name\":\"Tides\"}}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
        shell = new Shell(directory);
        shell.environment.put("WHARF_API_URL", url);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** What the doctor prints, all being well, with the same credentials whatever their form, which it does not print. */
    String healthy(String... options) {
        authorizations.clear();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Outcome outcome = shell.run(arguments);
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
        assertThat(outcome.out() + outcome.err()).doesNotContain("the_key", "the_secret", JOINED);
        return outcome.out();
    }

    void set(String... variables) {
        for (int i = 0; i < variables.length; i += 2) {
            shell.environment.put(variables[i], variables[i + 1]);
        }
    }

    void profile(String name, String text) throws IOException {
        Path file = directory.resolve(".config/wharf/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[profiles." + name + "]\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
