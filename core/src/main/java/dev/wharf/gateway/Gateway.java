package dev.wharf.gateway;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.caching.CachedDownloads;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Fields;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.registry.Changes;
import dev.wharf.registry.Owners;
import dev.wharf.registry.Permissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One account, opened to many: users and roles of its own in front of it, a record of who changed what, the binding rule asked
 * before the account is, archives inspected before they are sent, verified after, and downloaded once. Who made what is
 * known from the record: what was not made through here belongs to administrators.
 *
 * <p>Safe for use by many threads. The binding rule holds for what goes through one gateway; what else uses the account is
 * the account's to judge.
 */
public final class Gateway {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Less than clients wait: ours a minute. */
    private static final Duration PATIENCE_WITH_UPLOADS = Duration.ofSeconds(20);

    private final Changes changes;
    private final BegunChanges begunChanges;
    private final OpenChanges openChanges;
    private final Ledger ledger;
    private final Inbox inbox;
    private final GatewaySettings settings;
    private final PackageCatalog record;
    private final ArchiveStore archives;
    private final KeyedLocks bindings = new KeyedLocks(PATIENCE);
    private final KeyedLocks conditional = new KeyedLocks(PATIENCE);
    private final CachedDownloads downloads;

    /**
     * A gateway.
     *
     * @param record keeps the record of changes; its packages are not used
     * @param archives where archives are received, and kept as long as the cache has room
     * @param cache decides which of them
     * @param settings the operator's decisions
     * @param clock tells the time
     * @param afterChange told of every change once it is recorded; must not throw
     */
    public Gateway(
            PackageCatalog record,
            ArchiveStore archives,
            ArchiveCache cache,
            GatewaySettings settings,
            InstantSource clock,
            Consumer<AuditEntry> afterChange) {
        this.settings = settings;
        this.record = record;
        this.archives = archives;
        this.changes = new Changes(record, clock, afterChange);
        this.begunChanges = new BegunChanges(record, clock, settings.lease(), PATIENCE_WITH_UPLOADS);
        this.openChanges = new OpenChanges(record, changes, begunChanges, clock);
        this.ledger = new Ledger(record.audit());
        this.inbox = new Inbox(archives, cache, settings);
        this.downloads = new CachedDownloads(archives, cache, settings.limits().maxBytes(), failure -> {});
    }

    /**
     * The account as one caller sees it. Cheap: make one for every call if need be.
     *
     * @param principal on whose behalf to act
     * @param reads the account behind, as it is read
     * @param writes the same account, as it is read before it is changed, and changed: what it tells must not be old
     * @param remarks told, before a changing call returns, what is wrong with an archive that was sent on all the same
     * @return the account
     */
    public Account accountOf(Principal principal, Account reads, Account writes, Consumer<List<String>> remarks) {
        Permissions permissions = new Permissions(principal);
        Recorder recorder = new Recorder(changes, begunChanges, permissions);
        return new View(
                reads,
                principal,
                new GatewayPackages(
                        reads.packages(),
                        inbox.verified(writes.packages()),
                        downloads,
                        inbox,
                        remarks,
                        permissions,
                        ledger,
                        conditional,
                        recorder),
                new GatewayConnections(
                        reads.connections(), writes, settings.binding(), bindings, permissions, ledger, recorder),
                new GatewayDestinations(reads.destinations(), writes.destinations(), permissions, recorder),
                new LedgerOwners(ledger, writes.packages()).journal(record, archives, permissions));
    }

    /**
     * Finds out what became of changes of packages that were begun, through this gateway or another with the same record, and never
     * recorded: because the gateway died meanwhile, the account's answer was lost, or the record could not be written. What was made
     * is recorded as made by who began it. Call it at the start and now and then; safe at any time.
     *
     * @param asked the account behind; what it tells must not be old
     * @param told what became of each
     * @throws dev.wharf.failure.WharfException if the account cannot be asked, or the record written; what that concerns stays open
     *     and is settled at another call
     */
    public void settle(Account asked, Consumer<SettledChange> told) {
        openChanges.settle(asked, told);
    }

    /**
     * Lets other gateways with the same record know that what is under way here is, so that they do not settle it. Call it several
     * times in every {@link GatewaySettings#lease()}.
     */
    public void stillUnderWay() {
        begunChanges.stillUnderWay();
    }

    /**
     * Forgets the keys of uploads made more than a day ago. Call it now and then.
     *
     * @return how many were forgotten
     */
    public int forgetUploads() {
        return changes.forgetUploads();
    }

    /**
     * How many archives were given out from the cache, those included that came into it for that.
     *
     * @return a count since the gateway was made
     */
    public long archivesServed() {
        return downloads.served();
    }

    /**
     * How many archives were asked of the account behind.
     *
     * @return a count since the gateway was made
     */
    public long archivesFetched() {
        return downloads.fetched();
    }

    private record LedgerOwners(Ledger ledger, PackageRegistry behind) implements Owners {
        @Override
        public @Nullable UserId of(ConnectionId connection) {
            return ledger.owner(connection);
        }

        @Override
        public @Nullable UserId of(PackageId packageId, ConnectionId runBy) {
            UserId owner = ledger.owner(packageId);
            ConnectorPackage present = owner == null ? null : Upstream.ask(() -> behind.retrieve(packageId));
            return present != null && present.serves(runBy) ? owner : null;
        }
    }

    private record View(
            Account upstream,
            Principal principal,
            PackageRegistry packages,
            Connections connections,
            Destinations destinations,
            DeployJournal journal)
            implements Account {
        @Override
        public AccountInfo info() {
            AccountInfo behind = Upstream.ask(upstream::info);
            return new AccountInfo(behind.accountId(), behind.accountName(), principal.user());
        }

        @Override
        public Fields read(AccountPath path) {
            return Upstream.ask(() -> upstream.read(path));
        }
    }
}
