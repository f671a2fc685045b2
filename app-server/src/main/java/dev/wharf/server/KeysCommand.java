package dev.wharf.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.ApiKey;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.registry.ApiKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes API keys in a data directory, whether or not a server runs on it. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Creates, lists and revokes API keys.",
        footer = {"", "Example:", "  wharf-server keys create --user ann --role member --data /var/lib/wharf"})
final class KeysCommand implements Runnable {
    private static final UserId OPERATOR = new UserId("operator");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "A command is missing after 'wharf-server keys':" + " create, list or revoke.");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates an API key. Shows its" + " secret once.")
    void create(
            @Option(
                            names = "--user",
                            required = true,
                            paramLabel = "USER",
                            description = "The user that the key" + " acts for.")
                    String user,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "The role: admin," + " member or reader.")
                    Role role,
            @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default:" + " wharf-data.")
                    @Nullable
                    Path data) {
        withKeys(data, (keys, catalog) -> {
            ApiKeys.Issued issued = keys.create(new Principal(new UserId(user), role));
            record(catalog, Action.KEY_CREATED, issued.key().id());
            IssuedKey.print(issued, out());
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all API keys, revoked ones included.")
    void list(
            @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default:" + " wharf-data.")
                    @Nullable
                    Path data) {
        withKeys(data, (keys, catalog) -> {
            out().printf("%-20s %-20s %-8s %-26s %s%n", "KEY", "USER", "ROLE", "CREATED", "REVOKED");
            for (ApiKey key : keys.list()) {
                out().printf(
                                "%-20s %-20s %-8s %-26s %s%n",
                                key.id(),
                                key.principal().user(),
                                key.principal().role().name().toLowerCase(Locale.ROOT),
                                key.createdAt(),
                                Objects.toString(key.revokedAt(), "-"));
            }
            out().flush();
        });
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Revokes an API key at once and" + " permanently.")
    void revoke(
            @Parameters(paramLabel = "KEY", description = "The key, as list shows it.") String key,
            @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default:" + " wharf-data.")
                    @Nullable
                    Path data) {
        withKeys(data, (keys, catalog) -> {
            keys.revoke(key);
            record(catalog, Action.KEY_REVOKED, key);
        });
    }

    private void withKeys(@Nullable Path data, BiConsumer<ApiKeys, JdbcCatalog> work) {
        String environment = System.getenv("WHARF_DATA");
        Path chosen = data != null ? data : Path.of(environment == null ? "wharf-data" : environment);
        DataDirectory directory = new DataDirectory(chosen).create();
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(directory.catalog())) {
            work.accept(new ApiKeys(catalog, InstantSource.system()), catalog);
        }
    }

    /** Whoever can run this owns the data directory; the record names no other user. */
    private static void record(JdbcCatalog catalog, Action action, String key) {
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
        catalog.change(change -> {
            change.audit().add(new AuditEntry(now, OPERATOR, action, key, null, null, null));
            return key;
        });
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
