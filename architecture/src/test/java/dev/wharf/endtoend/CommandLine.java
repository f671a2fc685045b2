package dev.wharf.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.WharfHere;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line with directories of its own, and nothing of the environment of whoever runs the tests. */
final class CommandLine {
    /** Variables that lead a process to proxies or authorities. */
    private static final List<String> AUTHORITIES =
            List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS");

    private static final Pattern PACKAGE = Pattern.compile("Package +(\\S+)");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    /** One that signs in as the administrator of {@link ServerProcess} and keeps all that it writes in a directory. */
    CommandLine(Path directory) {
        this.directory = directory;
        environment.put("WHARF_API_KEY", ServerProcess.KEY);
        environment.put("WHARF_API_SECRET", ServerProcess.SECRET);
        environment.put("XDG_DATA_HOME", directory.resolve("home").toString());
        environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    }

    /** What it printed, and its exit code. */
    record Result(int exitCode, String output, String errors) {
        /** The package that it named. */
        String packageId() {
            Matcher matcher = PACKAGE.matcher(output);
            assertThat(matcher.find()).as(toString()).isTrue();
            return matcher.group(1);
        }

        /** This, if it ended well. */
        Result well() {
            assertThat(exitCode).as(toString()).isZero();
            return this;
        }
    }

    /** The variables that commands see, in processes beside those of the system. */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs a command in a process of its own. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        List<String> command = new ArrayList<>(ProgramStart.ofCommandLine());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY") || AUTHORITIES.contains(name));
        builder.environment().putAll(environment);
        int exitCode = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        return new Result(exitCode, Files.readString(output), Files.readString(errors));
    }

    /** Runs a command in this process, for tests that are not about processes. */
    Result runHere(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        int exitCode = WharfHere.run(Map.copyOf(environment), directory, out, err, arguments);
        out.flush();
        return new Result(exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
