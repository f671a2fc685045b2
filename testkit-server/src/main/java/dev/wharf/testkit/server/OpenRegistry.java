package dev.wharf.testkit.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.filesystem.SealingKeyFile;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SetupTestSettings;
import dev.wharf.registry.SyncOutcome;
import dev.wharf.registry.SyncSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registry on files, as the server has it, but one that writes no audit lines and whose setup tests can come out otherwise at any time. */
final class OpenRegistry implements AutoCloseable {
    private final JdbcCatalog catalog;
    private final FileArchiveStore archives;
    private final SealingKeyFile key;
    private RegistrySettings settings;
    private volatile HostedRegistry hosted;

    OpenRegistry(Path directory, RegistrySettings settings) {
        DataDirectory data = new DataDirectory(directory).create();
        this.catalog = JdbcCatalog.sqlite(data.catalog());
        this.archives = new FileArchiveStore(data.archives());
        this.key = new SealingKeyFile(data.sealingKey());
        this.settings = settings;
        this.hosted = hosted(settings);
    }

    HostedRegistry hosted() {
        return hosted;
    }

    /** From now on, the setup tests of the connections of a name, or of all that have no outcome of their own, come out thus. */
    synchronized void setupTests(@Nullable String connection, SetupTestOutcome outcome) {
        SetupTestSettings present = settings.setupTests();
        Map<String, SetupTestOutcome> ofConnections = new HashMap<>(present.ofConnections());
        if (connection != null) {
            ofConnections.put(connection, outcome);
        }
        settings = settings.withSetupTests(
                new SetupTestSettings(connection == null ? outcome : present.usual(), ofConnections));
        hosted = hosted(settings);
    }

    /** From now on, the syncs of the connections of a name, or of all that have no outcome of their own, come out thus. */
    synchronized void syncs(@Nullable String connection, SyncOutcome outcome) {
        SyncSettings present = settings.syncs();
        Map<String, SyncOutcome> ofConnections = new HashMap<>(present.ofConnections());
        if (connection != null) {
            ofConnections.put(connection, outcome);
        }
        settings = settings.withSyncs(
                new SyncSettings(present.time(), connection == null ? outcome : present.usual(), ofConnections));
        hosted = hosted(settings);
    }

    /** From now on, syncs take as long. */
    synchronized void syncTime(Duration time) {
        SyncSettings present = settings.syncs();
        settings = settings.withSyncs(new SyncSettings(time, present.usual(), present.ofConnections()));
        hosted = hosted(settings);
    }

    @Override
    public void close() {
        archives.close();
        catalog.close();
    }

    private HostedRegistry hosted(RegistrySettings asked) {
        return new HostedRegistry(catalog, archives, asked, InstantSource.system(), change -> {}).sealing(key);
    }
}
