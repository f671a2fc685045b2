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
            description = "The REST API to talk to: the vendor's (default) or a wharf-server's.")
    private @Nullable String apiUrl;

    @Option(
            names = "--local",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            preprocessor = AttachedOnly.class,
            paramLabel = "DIR",
            description = "Work in a registry of your own, in a directory, without server or credentials."
                    + " Default: your data directory.")
    private @Nullable String local;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The profile of wharf/config.toml in your configuration directory.")
    private @Nullable String profile;

    @Option(
            names = "--api-key",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY",
            description =
                    "Key and secret, joined, in base64. Better set FIVETRAN_API_KEY: arguments are visible to others.")
    private @Nullable String apiKey;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "How long to wait while nothing arrives: 90, 90s or 2m. Default: 60s.")
    private @Nullable Duration timeout;

    @Option(
            names = "--max-wait",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "How long to wait at most when the registry asks for a pause: 90, 90s or 5m. Default: 60s.")
    private @Nullable Duration maxWait;

    @Option(
            names = "--proxy",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "The proxy that leads to the API, or none. Default: what HTTPS_PROXY and its like say. Better set"
                            + " WHARF_PROXY if it holds a password: arguments are visible to others.")
    private @Nullable String proxy;

    @Option(
            names = "--ca-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "A PEM file with authorities to trust besides Java's own. Default: what SSL_CERT_FILE and its like"
                            + " name.")
    private @Nullable String caFile;

    @Option(
            names = "--no-cache",
            scope = ScopeType.INHERIT,
            description = "Download from the account what is in the local archive cache too, and keep nothing there.")
    private boolean noCache;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "table|json",
            description = "How results are written. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Results and failures only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tell more, also where a failure comes from.")
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

    @Option(
            names = "--non-interactive",
            scope = ScopeType.INHERIT,
            description = "Ask nothing; a question is an error.")
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
