package dev.wharf.server;

import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.Account;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.AccountContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The hosted registry over a real SQLite file and a real directory keeps the contract of an account. */
class HostedOverFilesAccountTest extends AccountContract {
    private static final int MAX_BYTES = 100_000;

    @TempDir
    Path directory;

    private JdbcCatalog catalog;
    private FileArchiveStore archives;
    private HostedRegistry registry;

    @BeforeEach
    void open() {
        catalog = JdbcCatalog.sqlite(directory.resolve("catalog.db"));
        archives = new FileArchiveStore(directory.resolve("archives"));
        registry = new HostedRegistry(
                catalog,
                archives,
                RegistrySettings.DEFAULT.withLimits(ArchiveLimits.DEFAULT.withMaxBytes(MAX_BYTES)),
                InstantSource.system(),
                change -> {});
    }

    @AfterEach
    void close() {
        catalog.close();
        archives.close();
    }

    @Override
    protected Account as(String user, Role role) {
        return registry.accountOf(new Principal(new UserId(user), role));
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }
}
