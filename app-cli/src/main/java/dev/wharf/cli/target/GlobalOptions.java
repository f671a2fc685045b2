package dev.wharf.cli.target;

import dev.wharf.cli.console.ColorChoice;
import dev.wharf.cli.console.OutputFormat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options every command takes, before or after its own. */
public final class GlobalOptions {
    @Option(
            names = "--api-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The URL of the REST API: the vendor's or a wharf-server's. Default: the vendor's.")
    private @Nullable String apiUrl;

    @Option(
            names = "--local",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            preprocessor = AttachedOnly.class,
            paramLabel = "DIR",
            description = "Work in a registry in a directory, without a server or credentials. Default directory:"
                    + " your data directory.")
    private @Nullable String local;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The profile in wharf/config.toml in your configuration directory (or WHARF_PROFILE).")
    private @Nullable String profile;

    @Option(
            names = "--api-key",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY",
            description = "The API key and secret, joined by a colon, in base64. Prefer FIVETRAN_API_KEY: other users"
                    + " can see arguments.")
    private @Nullable String apiKey;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "How long to wait for data: 90, 90s or 2m. Default: 60s.")
    private @Nullable Duration timeout;

    @Option(
            names = "--max-wait",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "How long to wait at most when the registry asks for a pause: 90, 90s or 5m (or"
                    + " WHARF_MAX_WAIT). Default: 60s.")
    private @Nullable Duration maxWait;

    @Option(
            names = "--proxy",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The proxy to the API, or none. Default: HTTPS_PROXY and similar variables. Prefer"
                    + " WHARF_PROXY for a proxy with a password: other users can see arguments.")
    private @Nullable String proxy;

    @Option(
            names = "--ca-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A PEM file with authorities to trust, in addition to Java's own. Default: SSL_CERT_FILE and"
                    + " similar variables.")
    private @Nullable String caFile;

    @Option(
            names = "--no-cache",
            scope = ScopeType.INHERIT,
            description = "Do not read or write the local archive cache.")
    private boolean noCache;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "table|json",
            description = "The format of results: table or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only results and errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print details, also where an error comes from.")
    private boolean verbose;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "auto|always|never",
            description = "When to use colours. Default: auto.")
    private ColorChoice color = ColorChoice.AUTO;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Answer every question with yes.")
    private boolean yes;

    @Option(names = "--non-interactive", scope = ScopeType.INHERIT, description = "Never ask. A question is an error.")
    private boolean nonInteractive;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it by itself
    private boolean help;

    /**
     * The API's URL as given.
     *
     * @return the text, or null
     */
    @Nullable
    String apiUrl() {
        return apiUrl;
    }

    /**
     * The registry's directory as given.
     *
     * @return the text, empty for the default directory, or null
     */
    @Nullable
    String local() {
        return local;
    }

    @Nullable
    String profile() {
        return profile;
    }

    @Nullable
    String apiKey() {
        return apiKey;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    @Nullable
    Duration maxWait() {
        return maxWait;
    }

    @Nullable
    String proxy() {
        return proxy;
    }

    @Nullable
    String caFile() {
        return caFile;
    }

    boolean isNoCache() {
        return noCache;
    }

    /**
     * How results are written.
     *
     * @return the format
     */
    public OutputFormat format() {
        return format;
    }

    /**
     * Whether only results and failures are wanted.
     *
     * @return true if so
     */
    public boolean isQuiet() {
        return quiet;
    }

    /**
     * Whether more is wanted.
     *
     * @return true if so
     */
    public boolean isVerbose() {
        return verbose;
    }

    /**
     * When to use colours.
     *
     * @return the choice
     */
    public ColorChoice color() {
        return color;
    }

    /**
     * Whether every question is answered with yes.
     *
     * @return true if so
     */
    public boolean isYes() {
        return yes;
    }

    /**
     * Whether nothing may be asked.
     *
     * @return true if so
     */
    public boolean isNonInteractive() {
        return nonInteractive;
    }
}
