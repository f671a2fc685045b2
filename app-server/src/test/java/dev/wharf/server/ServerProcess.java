package dev.wharf.server;

import dev.wharf.http.Credentials;
import dev.wharf.testkit.QuickStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, started as its users start it. */
final class ServerProcess implements AutoCloseable {
    static final Credentials ADMIN = new Credentials("adminkey", "a-bootstrap-secret-of-the-tests");
    private static final Pattern LISTENS = Pattern.compile("listens on (http://\\S+),");

    private final Process process;
    private final Path output;
    private final URI url;

    private ServerProcess(Process process, Path output, URI url) {
        this.process = process;
        this.output = output;
        this.url = url;
    }

    /** Starts on a free port; what it prints, both ways, goes to the file. */
    static ServerProcess start(Path data, Path output, String... javaOptions) {
        return start(data, output, Map.of(), javaOptions);
    }

    /** The same with settings in the environment. */
    static ServerProcess start(Path data, Path output, Map<String, String> environment, String... javaOptions) {
        try {
            List<String> command =
                    new ArrayList<>(QuickStart.of(WharfServer.class.getName(), ServerProcess::rehearsal));
            command.addAll(command.size() - 1, List.of(javaOptions));
            command.addAll(List.of("--port", "0", "--data", data.toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("WHARF_BOOTSTRAP_KEY", ADMIN.key());
            builder.environment().put("WHARF_BOOTSTRAP_SECRET", ADMIN.secret());
            builder.environment().putAll(environment);
            long before = Files.exists(output) ? Files.size(output) : 0;
            Process process = builder.start();
            return new ServerProcess(process, output, awaitUrl(process, output, before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that starts, and ends at once. */
    private static List<String> rehearsal(Path scratch) {
        String data = scratch.resolve("data").toString();
        return List.of(WharfServer.class.getName(), "--check", "--port", "0", "--data", data);
    }

    private static URI awaitUrl(Process process, Path output, long before) throws IOException {
        String[] found = new String[1];
        Waiting.until(() -> {
            found[0] = urlIn(output, before);
            return found[0] != null || !process.isAlive();
        });
        if (found[0] == null) {
            throw new AssertionError("the server did not start: " + Files.readString(output));
        }
        return URI.create(found[0]);
    }

    private static String urlIn(Path output, long before) {
        try {
            byte[] all = Files.readAllBytes(output);
            Matcher matcher = LISTENS.matcher(new String(all, (int) before, (int) (all.length - before)));
            return matcher.find() ? matcher.group(1) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Calls asAdmin() {
        return new Calls(url, ADMIN);
    }

    URI url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no goodbye. */
    void kill() {
        process.destroyForcibly();
        Waiting.until(() -> !process.isAlive());
    }

    /** SIGTERM: drains and ends. */
    @Override
    public void close() {
        process.destroy();
        Waiting.until(() -> !process.isAlive());
    }
}
