package dev.wharf.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wharf-server in a process of its own, on a free port. */
public final class ServerProcess implements AutoCloseable {
    /** The key of its administrator. */
    public static final String KEY = "adminkey";
    /** The secret of its administrator. */
    public static final String SECRET = "a-bootstrap-secret-of-the-tests";

    private static final Pattern LISTENS = Pattern.compile("listens on (https?://\\S+),");

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one that keeps its data in a directory. */
    public static ServerProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /** The same with settings in the environment. */
    public static ServerProcess start(Path data, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(ProgramStart.ofServer());
        command.addAll(List.of("--port", "0", "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("WHARF_BOOTSTRAP_KEY", KEY);
        builder.environment().put("WHARF_BOOTSTRAP_SECRET", SECRET);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        StringBuilder printed = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int count = process.getInputStream().read(buffer);
                count >= 0;
                count = process.getInputStream().read(buffer)) {
            printed.append(new String(buffer, 0, count));
            Matcher listens = LISTENS.matcher(printed);
            if (listens.find()) {
                return new ServerProcess(process, listens.group(1));
            }
        }
        throw new AssertionError("the server did not start: " + printed);
    }

    /** A program run by the JVM that runs this. */
    public static ProcessBuilder java(String classPath, String main, String... arguments) {
        List<String> command = new ArrayList<>(ProgramStart.of(classPath, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    public String url() {
        return url;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
