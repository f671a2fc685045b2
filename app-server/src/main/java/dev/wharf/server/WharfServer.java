package dev.wharf.server;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.WharfException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.server.request.Accounts;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
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
        description = "Serves a self-hosted registry of connector packages over the REST API.",
        subcommands = KeysCommand.class,
        footer = {
            "",
            "Every setting can also come from an environment variable (WHARF_...) or a YAML file (--config).",
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
            description = "The port to listen on. 0 chooses a free port. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default: wharf-data.")
    private @Nullable Path data;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "Run as a gateway to the account at this URL, with credentials from WHARF_UPSTREAM_KEY"
                    + " and WHARF_UPSTREAM_SECRET.")
    private @Nullable URI upstream;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with settings.")
    private @Nullable Path config;

    @Option(names = "--check", description = "Check the settings: start, then stop when everything is ready.")
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
            throw new ParameterException(command.commandLine(), "--port needs a number from 0 to " + MAX_PORT + ".");
        }
        if (file != null && !Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "The file given with --config cannot be read.");
        }
        if (file != null && !file.toString().matches(".*\\.ya?ml")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--config needs a YAML file with a name that ends in .yml or .yaml: " + file + ".");
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
            announce(
                    server,
                    context.getBean(DataDirectory.class),
                    context.findBean(HttpAccountSettings.class),
                    command.commandLine());
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
            EmbeddedServer server,
            DataDirectory directory,
            Optional<HttpAccountSettings> upstream,
            CommandLine command) {
        PrintWriter err = command.getErr();
        boolean loopback = server.getHost().equals(LOOPBACK) || server.getHost().equals("localhost");
        if (!loopback && !server.getScheme().equals("https")) {
            err.println("Warning: the server accepts connections from other machines without TLS. API keys are"
                    + " sent unencrypted. Use a TLS proxy, or configure micronaut.server.ssl.");
        }
        if (upstream.map(HttpAccountSettings::url)
                .filter(HttpAccountSettings::travelsInClear)
                .isPresent()) {
            err.println("Warning: the gateway calls its account without TLS. Its credentials are sent unencrypted.");
        }
        err.flush();
        String before =
                upstream.map(settings -> ", gateway to " + settings.url()).orElse("");
        PrintWriter out = command.getOut();
        out.println("wharf-server listens on " + server.getURL() + before + ", data in " + directory.root());
        out.flush();
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        Diagnosis known = diagnosis(failure);
        if (known == null) {
            tell(
                    command.getErr(),
                    new Diagnosis(
                            "Internal error in wharf-server.",
                            "Report it: the output of wharf-server --version, the command, and the trace below."));
            throw failure;
        }
        tell(command.getErr(), known);
        return 1;
    }

    private static void tell(PrintWriter err, Diagnosis what) {
        err.println("Error: " + what.problem());
        if (what.hint() != null) {
            err.println("Hint: " + what.hint());
        }
        err.flush();
    }

    /** What is wrong with a setting or with the machine; null if nothing is, and this is a mistake of ours. */
    private static @Nullable Diagnosis diagnosis(Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return new Diagnosis("The port is in use, or this user may not use it.", "Choose another with --port.");
            }
            if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
                return new Diagnosis("This machine has no such address.", "Choose another with --host.");
            }
            if (t.getClass().getName().startsWith("org.yaml.")) {
                return new Diagnosis("The file given with --config is not valid YAML.", "Check its indentation.");
            }
            if (t instanceof WharfException known) {
                return new Diagnosis(known.problem(), known.hint());
            }
            if (t instanceof ConfigurationException && t.getCause() == null) {
                return new Diagnosis(
                        "A setting is not valid: " + t.getMessage() + ".", "Check --config and the environment.");
            }
        }
        return null;
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
