package dev.wharf.deployment;

import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.WharfException;
import dev.wharf.integrity.Verification;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Destination;
import dev.wharf.model.PackageId;
import dev.wharf.model.RanWith;
import dev.wharf.model.Secret;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deploys archives: finds the destination and the connection by name, and has the connection run the archive with the settings asked
 * for. Deploying the same again changes nothing and sends nothing. What is not asked for is never sent, so nothing that was set
 * elsewhere is reset.
 *
 * <p>A deploy that fails leaves the account as it was, or as asked for; where neither can be had, because the account does not answer any
 * more, that is said. Before a file is replaced, it is kept. What somebody else changes during a deploy stays. Uploads whose answer is
 * lost are the account's to settle (see {@link dev.wharf.settling.SettlingRegistry}); those of changes to connections are settled
 * here.
 */
public final class Deployment {
    private final Account account;
    private final PackageRegistry packages;
    private final ArchiveStore store;
    private final DeployJournal journal;
    private final InstantSource clock;
    private final DeployListener listener;

    /**
     * Deployments to an account.
     *
     * @param account where to
     * @param store where the files are kept that ran before; how long, its owner decides
     * @param journal where it is written down
     * @param clock tells when
     * @param listener is told what is done
     */
    public Deployment(
            Account account, ArchiveStore store, DeployJournal journal, InstantSource clock, DeployListener listener) {
        this.account = account;
        this.packages = new VerifyingRegistry(account.packages(), Verification.DEFAULT.withDownloading(true));
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Deployments to an account that are written down nowhere.
     *
     * @param account where to
     * @param store where the files are kept that ran before
     */
    public Deployment(Account account, ArchiveStore store) {
        this(account, store, DeployJournal.NONE, InstantSource.system(), DeployListener.NONE);
    }

    /**
     * Tells what a deploy would do, and changes nothing.
     *
     * @param archive the archive
     * @param request what to reach
     * @return what would be done
     * @throws dev.wharf.failure.NotFoundException if the destination does not exist and shall not be made
     * @throws dev.wharf.failure.InvalidRequestException if several have the name given, or the connection cannot be made under it
     * @throws dev.wharf.failure.ConflictException if other connections run the package too, and the way does not allow for that
     * @throws WharfException whatever the account's reading operations throw
     */
    public DeployPlan plan(StoredArchive archive, DeployRequest request) {
        return Planner.plan(AccountState.read(account, request, archive.sha256()), archive, request);
    }

    /**
     * Deploys an archive. Setup tests that fail are no failure of the deploy; the result has them.
     *
     * @param archive the archive, checked
     * @param request what to reach
     * @return what was done
     * @throws dev.wharf.failure.NotFoundException if the destination does not exist and shall not be made
     * @throws dev.wharf.failure.InvalidRequestException if several have the name given, or the connection cannot be made under it
     * @throws dev.wharf.failure.ConflictException if other connections run the package too, and the way does not allow for that; or if somebody else changed what this deploy was about to change
     * @throws dev.wharf.failure.StorageException if the journal cannot be written before something is changed; what had been uploaded
     *     is taken back then
     * @throws WharfException whatever the account's operations throw
     */
    public DeployResult deploy(StoredArchive archive, DeployRequest request) {
        AccountState before = AccountState.read(account, request, archive.sha256());
        DeployPlan plan = Planner.plan(before, archive, request);
        DeployRecord begun = begun(archive, request, before);
        Leftovers leftovers = new Leftovers(account, journal, listener, clock.instant(), before, request);
        UploadTrace trace = new UploadTrace(journal, begun, leftovers);
        DeployRun run = new DeployRun(
                account, packages, new KeptFiles(packages, store), archive, request, before, trace, listener);
        Connection present = before.connection();
        if (present != null && WantedSettings.of(request.settings()).asksForOtherNaming(present)) {
            listener.remarks("The naming of schemas (" + present.naming()
                    + ") cannot change after the connection was created. It was kept.");
        }
        if (plan.outcome() != Outcome.UNCHANGED) {
            journal.write(begun);
        }
        DeployResult result;
        try {
            result = run.perform(plan);
        } catch (RuntimeException e) {
            boolean undone = run.undo(e);
            if (!run.isUploadUnknown()) {
                note(() -> begun.reaching(
                        undone ? State.UNDONE : State.FAILED,
                        idOf(run.connection()),
                        run.packageId(),
                        e instanceof WharfException failure ? withoutValues(failure.getMessage(), request) : null));
            }
            listener.failed(undone);
            throw e;
        }
        note(() -> begun.reaching(
                        State.valueOf(result.outcome().name()),
                        result.connection().id(),
                        result.connectorPackage().id(),
                        result.testsFailed() ? "Setup tests failed." : null)
                .with(ranWith(result.connection(), request)));
        leftovers.tidy(result.connection(), result.connectorPackage().id());
        return result;
    }

    /**
     * Tells what a connection runs.
     *
     * @param connection the connection
     * @return the hash of its package's file, which is downloaded where the account does not tell; null if it has none, or one that
     *     the account has spoiled
     * @throws WharfException whatever the account's reading operations throw
     */
    public @Nullable Sha256 running(Connection connection) {
        ConnectorPackage bound = AccountState.packageOf(account, connection);
        if (bound == null || bound.sha256() != null) {
            return bound == null ? null : bound.sha256();
        }
        StoredArchive file = new KeptFiles(packages, store).keep(bound);
        return file == null ? null : file.sha256();
    }

    /**
     * Finds a file that ran before, so that it can be deployed again.
     *
     * @param sha256 its hash
     * @return the file, verified, from the store, a package of the account that has it, or the journal's keeper; empty if none has
     * @throws WharfException whatever the account's reading operations throw
     */
    public Optional<StoredArchive> earlier(Sha256 sha256) {
        return new KeptFiles(packages, store).findAnywhere(sha256, journal);
    }

    private DeployRecord begun(StoredArchive archive, DeployRequest request, AccountState before) {
        Destination destination = before.destination();
        Connection connection = before.connection();
        PackageId packageId = before.bound() == null ? null : before.bound().id();
        return new DeployRecord(
                UUID.randomUUID().toString(),
                clock.instant(),
                account.info().userId(),
                destination == null ? request.destination() : destination.name(),
                connection == null ? request.connection() : connection.name(),
                idOf(before.connection()),
                packageId,
                State.BEGUN,
                before.sha256(),
                archive.sha256(),
                request.source(),
                WantedSettings.of(request.settings()).names(),
                null);
    }

    /** Not every account tells the keys; those that were sent are there. */
    private static RanWith ranWith(Connection connection, DeployRequest request) {
        List<Secret> sent = request.settings().secrets();
        String python = request.settings().pythonVersion();
        return new RanWith(
                python == null ? connection.pythonVersion() : python,
                sent == null
                        ? connection.secretKeys()
                        : sent.stream().map(Secret::key).toList());
    }

    /** An account may repeat in its refusal what it was sent, and others read the journal. */
    private static String withoutValues(String said, DeployRequest request) {
        List<Secret> secrets = request.settings().secrets();
        return (secrets == null ? Stream.<Secret>empty() : secrets.stream())
                .flatMap(secret -> secret.value().texts())
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(said, (text, value) -> text.replace(value, "…"));
    }

    /** What is done is done, whether it can be written down or not. */
    private void note(Supplier<DeployRecord> record) {
        try {
            journal.write(record.get());
        } catch (WharfException e) {
            listener.remarks("The deploy history could not be written. " + e.getMessage());
        }
    }

    private static @Nullable ConnectionId idOf(@Nullable Connection connection) {
        return connection == null ? null : connection.id();
    }
}
