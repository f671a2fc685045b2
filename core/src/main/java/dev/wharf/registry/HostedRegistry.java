package dev.wharf.registry;

import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Secret;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.SealingKeys;
import dev.wharf.port.catalog.CatalogReads;
import dev.wharf.port.catalog.PackageCatalog;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A registry of our own: the domain's rules over a catalog and an archive store. Safe for use by many threads, and by many
 * processes over one catalog and store.
 */
public final class HostedRegistry {
    private final PackageCatalog catalog;
    private final ArchiveStore archives;
    private final RegistrySettings settings;
    private final InstantSource clock;
    private final Changes changes;
    private final Secrets secrets;

    /**
     * A registry over what keeps its data. It keeps the keys of configurations and not their values; see {@link #sealing}.
     *
     * @param catalog keeps the metadata
     * @param archives keeps the bytes
     * @param settings the operator's decisions
     * @param clock tells the time
     * @param afterChange told of every change once it is durable; must not throw
     */
    public HostedRegistry(
            PackageCatalog catalog,
            ArchiveStore archives,
            RegistrySettings settings,
            InstantSource clock,
            Consumer<AuditEntry> afterChange) {
        this(catalog, archives, settings, clock, new Changes(catalog, clock, afterChange), new Secrets(null));
    }

    private HostedRegistry(
            PackageCatalog catalog,
            ArchiveStore archives,
            RegistrySettings settings,
            InstantSource clock,
            Changes changes,
            Secrets secrets) {
        this.catalog = catalog;
        this.archives = archives;
        this.settings = settings;
        this.clock = clock;
        this.changes = changes;
        this.secrets = secrets;
    }

    /**
     * The same registry, which also keeps the values of configurations, sealed.
     *
     * @param keys what to seal them with
     * @return the registry
     */
    public HostedRegistry sealing(SealingKeys keys) {
        return new HostedRegistry(catalog, archives, settings, clock, changes, new Secrets(keys));
    }

    /**
     * The configuration of a connection with its values, for whoever runs this process: a test that looks at what a pipeline sent, or
     * an administrator who hands a configuration on. No account shows it.
     *
     * @param id the connection
     * @return its entries; empty if it has none, or if they were sent to a registry that keeps no values
     * @throws dev.wharf.failure.NotFoundException if there is no such connection
     * @throws dev.wharf.failure.StorageException if they were sealed with a key that is not here, or are damaged
     */
    public List<Secret> openSecrets(ConnectionId id) {
        HostedConnections.find(catalog.connections(), id);
        return secrets.open(catalog.secrets(), id);
    }

    /**
     * A registry with the default settings and the system's clock, whose changes nobody listens to.
     *
     * @param catalog keeps the metadata
     * @param archives keeps the bytes
     * @return the registry
     */
    public static HostedRegistry over(PackageCatalog catalog, ArchiveStore archives) {
        return new HostedRegistry(catalog, archives, RegistrySettings.DEFAULT, InstantSource.system(), change -> {});
    }

    /**
     * The account as one caller sees it. Cheap: make one for every call if need be.
     *
     * @param principal on whose behalf to act
     * @return the account
     */
    public Account accountOf(Principal principal) {
        Permissions permissions = new Permissions(principal);
        Uploads uploads = new Uploads(archives, settings.limits());
        HostedConnections connections = new HostedConnections(
                catalog,
                changes,
                settings.binding(),
                permissions,
                secrets,
                new SetupTests(catalog, archives, settings.setupTests()),
                new HostedSyncs(settings.syncs(), clock));
        HostedDestinations destinations = new HostedDestinations(catalog, changes, permissions);
        return new HostedAccount(
                new AccountInfo(settings.accountName(), settings.accountName(), principal.user()),
                new HostedPackages(catalog, archives, changes, uploads, permissions),
                connections,
                destinations,
                new CatalogOwners(catalog).journal(catalog, archives, permissions),
                new HostedReads(catalog, connections, destinations));
    }

    /**
     * Deletes the archives that no package has referred to for longer than the grace period. Call it now and then; safe at
     * any time, also from several processes at once.
     *
     * @return how many archives were deleted
     */
    public int sweep() {
        return new ArchiveSweep(catalog, archives, clock.instant().minus(settings.archiveGrace())).run();
    }

    /**
     * Forgets the keys of uploads made more than a day ago. Call it now and then.
     *
     * @return how many were forgotten
     */
    public int forgetUploads() {
        return changes.forgetUploads();
    }

    private record CatalogOwners(CatalogReads catalog) implements Owners {
        @Override
        public @Nullable UserId of(ConnectionId connection) {
            return catalog.connections()
                    .find(connection)
                    .map(Connection::createdBy)
                    .orElse(null);
        }

        @Override
        public @Nullable UserId of(PackageId packageId, ConnectionId runBy) {
            return catalog.connections()
                    .find(runBy)
                    .filter(connection -> packageId.equals(connection.packageId()))
                    .flatMap(connection -> catalog.packages().find(packageId))
                    .map(ConnectorPackage::createdBy)
                    .orElse(null);
        }
    }

    private record HostedAccount(
            AccountInfo info,
            PackageRegistry packages,
            Connections connections,
            Destinations destinations,
            DeployJournal journal,
            HostedReads reads)
            implements Account {
        @Override
        public Fields read(AccountPath path) {
            return reads.read(path);
        }
    }
}
