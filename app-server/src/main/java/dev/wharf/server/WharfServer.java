package dev.wharf.server;

import dev.wharf.failure.WharfException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.server.request.Accounts;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code wharf-server}. */
@Command(
        name = "wharf-server",
        mixinStandardHelpOptions = true,
        versionProvider = WharfServer.Version.class,
        description = "A self-hosted registry of connector packages that speaks the REST API.",
        subcommands = KeysCommand.class,
        footer = {
            "",
            "Every setting can also be an environment variable (WHARF_...) or stand in a YAML file (--config).",
            "",
            "Example:",
            "  wharf-server --port 8080 --data /var/lib/wharf"
        })
public final class WharfServer implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default: wharf-data.")
    private @Nullable Path data;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "Be a gateway to the account at this URL; its credentials come from WHARF_UPSTREAM_KEY and"
                    + " WHARF_UPSTREAM_SECRET.")
    private @Nullable URI upstream;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with settings.")
    private @Nullable Path config;

    @Option(names = "--check", description = "Start, and stop as soon as everything is ready: checks the settings.")
    private boolean check;

    /** For the command line only. */
    private WharfServer() {}

    /**
     * Runs the program.
     *
     * @param arguments its command line
     */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new WharfServer())
                .setExecutionExceptionHandler(WharfServer::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path file = config;
        Integer asked = port;
        if (asked != null && (asked < 0 || asked > MAX_PORT)) {
            throw new ParameterException(command.commandLine(), "--port takes a number from 0 to " + MAX_PORT + ".");
        }
        if (file != null && !Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "The file given with --config cannot be read.");
        }
        if (file != null && !file.toString().matches(".*\\.ya?ml")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--config takes a YAML file, whose name ends in .yml or .yaml, and was given " + file + ".");
        }
        if (file != null) {
            System.setProperty("micronaut.config.files", file.toAbsolutePath().toString());
        }
        ApplicationContext context = ApplicationContext.builder()
                .properties(properties())
                .banner(false)
                .deduceEnvironment(false)
                .build();
        new SettingsCheck(context.getEnvironment().start()).run();
        PrintWriter out = command.commandLine().getOut();
        try {
            context.start();
            // Made now, so that settings which cannot be end the start and not the first request.
            context.getBean(Accounts.class);
            context.getBean(FirstKey.class).ensure(out);
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            announce(server, context.getBean(DataDirectory.class), context.findBean(HttpAccountSettings.class), out);
        } catch (RuntimeException | Error e) {
            context.stop();
            throw e;
        }
        if (check) {
            context.stop();
        } else {
            Runtime.getRuntime().addShutdownHook(new Thread(context::stop, "wharf-server-stop"));
        }
        return 0;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        put(properties, "micronaut.server.port", port);
        put(properties, "micronaut.server.host", host);
        put(properties, "wharf.data", data);
        put(properties, UpstreamSettings.URL, upstream);
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }

    private static void announce(
            EmbeddedServer server, DataDirectory directory, Optional<HttpAccountSettings> upstream, PrintWriter out) {
        boolean loopback = server.getHost().equals(LOOPBACK) || server.getHost().equals("localhost");
        if (!loopback && !server.getScheme().equals("https")) {
            out.println("Warning: listening beyond this machine without TLS: API keys travel in clear."
                    + " Put a TLS proxy in front, or configure micronaut.server.ssl.");
        }
        if (upstream.map(HttpAccountSettings::url)
                .filter(HttpAccountSettings::travelsInClear)
                .isPresent()) {
            out.println(
                    "Warning: the account behind this gateway is asked without TLS: its credentials travel in clear.");
        }
        String before =
                upstream.map(settings -> ", gateway to " + settings.url()).orElse("");
        out.println("wharf-server listens on " + server.getURL() + before + ", data in " + directory.root());
        out.flush();
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                command.getErr().println("The port is taken or may not be used: choose another with --port.");
                return 1;
            }
            if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
                command.getErr().println("This machine has no such address: choose another with --host.");
                return 1;
            }
            if (t.getClass().getName().startsWith("org.yaml.")) {
                command.getErr().println("The file given with --config is not valid YAML: check its indentation.");
                return 1;
            }
            if (t instanceof WharfException) {
                command.getErr().println(t.getMessage());
                return 1;
            }
        }
        throw failure;
    }

    /** Tells the version the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = WharfServer.class.getPackage().getImplementationVersion();
            return new String[] {"wharf-server " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
