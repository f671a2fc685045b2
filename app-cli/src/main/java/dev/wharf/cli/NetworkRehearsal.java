package dev.wharf.cli;

import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.model.Sha256;
import dev.wharf.port.Pace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Does what the launcher's start-up cache for commands that talk to a registry shall make fast. Apart from {@link Rehearsal}, because
 * every class in a cache is loaded at every start. The registry is played here: it knows one package.
 */
final class NetworkRehearsal {
    /** Large enough for the cache to learn that receiving and hashing are worth compiling at once (JEP 515). */
    private static final byte[] ARCHIVE = new byte[64 << 20];

    private static final String PACKAGE = "{\"id\":\"re_hearsal\",\"created_by\":\"u\",\"last_updated_by\":\"u\","
            + "\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-01T00:00:00Z\",\"file_sha256_hash\":\""
            + Sha256.of(ARCHIVE) + "\"}";
    private static final String ITEMS = "{\"items\":[" + PACKAGE + "]}";

    private NetworkRehearsal() {}

    /**
     * Runs some commands.
     *
     * @param arguments a directory to write to
     * @throws IOException if no registry can be played
     */
    public static void main(String[] arguments) throws IOException {
        Path scratch = Path.of(arguments[0]);
        try (ServerSocket registry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread playing = new Thread(() -> play(registry), "registry");
            playing.setDaemon(true);
            playing.start();
            String url = "http://localhost:" + registry.getLocalPort();
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Surroundings surroundings = new Surroundings(
                    Map.of("WHARF_API_URL", url, "WHARF_API_KEY", "key", "WHARF_API_SECRET", "secret"),
                    scratch,
                    "rehearsal",
                    InputStream.nullInputStream(),
                    nowhere,
                    nowhere,
                    Terminal.NONE,
                    Pace.system());
            String target = scratch.resolve("fetched.zip").toString();
            for (String[] command : List.of(
                    new String[] {"packages", "list"},
                    new String[] {"packages", "get", "re_hearsal", "-o", "json"},
                    new String[] {"packages", "download", "re_hearsal", "-O", target})) {
                new Wharf(surroundings, new Interruption()).run(command);
            }
        }
        Surroundings.ofProcess();
    }

    private static void play(ServerSocket registry) {
        while (!registry.isClosed()) {
            try (Socket caller = registry.accept()) {
                answer(caller);
            } catch (IOException callerIsGone) {
                // The next one, or the end.
            }
        }
    }

    /** One answer to a connection, which is closed then. */
    private static void answer(Socket caller) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        String asked = request.readLine();
        for (String line = asked; line != null && !line.isEmpty(); line = request.readLine()) {
            // Nothing else of it matters.
        }
        byte[] body = body(asked == null ? "" : asked);
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        OutputStream out = caller.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
    }

    private static byte[] body(String asked) {
        if (asked.contains("/download")) {
            return ARCHIVE;
        }
        String data = asked.contains("/re_hearsal") ? PACKAGE : ITEMS;
        return ("{\"code\":\"Success\",\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
    }
}
