package dev.wharf.deployment;

import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.UnknownUploadException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a deploy does to packages: the new file, the one before it, and how each is taken back. */
final class FileSteps {
    private final Account account;
    private final PackageRegistry packages;
    private final KeptFiles kept;
    private final StoredArchive archive;
    private final AccountState before;
    private final UploadTrace trace;
    private final Undoing undoing;
    private final DeployListener listener;
    private final Withdrawal withdrawal;

    private @Nullable ConnectorPackage current;
    private @Nullable StoredArchive previousFile;
    private boolean isAdopted;
    private boolean uploadUnknown;
    private boolean spoiled;

    FileSteps(
            Account account,
            PackageRegistry packages,
            KeptFiles kept,
            StoredArchive archive,
            AccountState before,
            UploadTrace trace,
            Undoing undoing,
            DeployListener listener) {
        this.account = account;
        this.packages = packages;
        this.kept = kept;
        this.archive = archive;
        this.before = before;
        this.trace = trace;
        this.undoing = undoing;
        this.listener = listener;
        this.withdrawal = new Withdrawal(account, packages, listener);
        this.current = before.bound();
    }

    /** The package that the connection runs, or is to run, as far as is known. */
    @Nullable
    ConnectorPackage current() {
        return current;
    }

    /** The package that the connection is to run, which there is by now. */
    PackageId id() {
        return Objects.requireNonNull(current).id();
    }

    /** The package as the account tells it now; only with the file that was deployed. */
    ConnectorPackage verified() {
        PackageId id = id();
        ConnectorPackage now = LostAnswers.onceOrAgain(() -> packages.retrieve(id));
        if (now.sha256() != null && !now.sha256().equals(archive.sha256())) {
            throw SomebodyElse.changed("package " + id);
        }
        current = now;
        return now;
    }

    void keepPresent() {
        previousFile = kept.keep(Objects.requireNonNull(before.bound()));
        if (previousFile == null) {
            listener.remarks("The current archive of package " + before.bound().id()
                    + " is corrupt in the account. Wharf cannot keep it, so you cannot roll back to it.");
        }
    }

    /** What an earlier deploy uploaded need not be uploaded again; and it was there before, so it stays where this one is undone. */
    void upload() {
        ConnectorPackage usable = trace.usable(archive.sha256());
        isAdopted = usable != null;
        if (usable != null) {
            current = usable;
            undoing.add("the use of package " + usable.id(), () -> current = before.bound());
            return;
        }
        trace.sends();
        ConnectorPackage made = sent();
        current = made;
        undoing.add("the new package " + made.id(), () -> {
            current = before.bound();
            withdrawUnused(made.id());
        });
        trace.made(made.id());
    }

    /** Whether what was uploaded may be there, and nobody knows as which package. */
    boolean isUploadUnknown() {
        return uploadUnknown;
    }

    private ConnectorPackage sent() {
        try {
            return packages.create(archive);
        } catch (UnknownUploadException e) {
            // The record keeps saying that it was sent, so that the next deploy looks.
            uploadUnknown = true;
            listener.remarks(
                    "Wharf does not know whether the upload created a package. Deploy again. Wharf will use the"
                            + " package if it exists.");
            throw e;
        }
    }

    /** The connection was given another package meanwhile: ours, if it was made for it, is of no use to anybody. */
    void leaveToOthers() {
        ConnectorPackage made = current;
        ConnectorPackage bound = before.bound();
        if (made == null || isAdopted || (bound != null && made.id().equals(bound.id()))) {
            return;
        }
        try {
            withdrawUnused(made.id());
        } catch (WharfException e) {
            listener.remarks("Package " + made.id() + ", created for this deploy, was kept. " + e.getMessage());
        }
    }

    private void withdrawUnused(PackageId id) {
        withdrawal.ofUnused(id);
    }

    void replace(Replace step) {
        PackageId id = step.packageId();
        StoredArchive previous = previousFile;
        ConnectorPackage present = packages.retrieve(id);
        Sha256 now = present.sha256();
        if (!Objects.equals(now, step.from())) {
            throw SomebodyElse.changed("package " + id);
        }
        PackageUse use = PackageUse.read(account);
        if (isTakenFromConnection(present, use)) {
            throw SomebodyElse.changed("package " + id);
        }
        refuseNewOthers(step, present, use);
        try {
            current = packages.update(id, archive, now);
        } catch (RuntimeException e) {
            spoiled = e instanceof IntegrityException;
            if (LostAnswers.mayHaveHappened(e)) {
                undoByPuttingBack(id, previous);
            }
            current = sentAfterAll(id, e);
            return;
        }
        undoByPuttingBack(id, previous);
    }

    /** Those who began to run it while this deploy was under way did not know that its file would change. */
    private void refuseNewOthers(Replace step, ConnectorPackage present, PackageUse use) {
        List<RunBy> unknown = use
                .besides(present, Objects.requireNonNull(before.connection()).id())
                .stream()
                .filter(other ->
                        step.others().stream().noneMatch(known -> known.id().equals(other.id())))
                .toList();
        if (!unknown.isEmpty()) {
            throw SharedPackage.refusal(present.id(), unknown);
        }
        String doubt = use.doubt(present);
        if (doubt != null && before.doubt() == null) {
            throw SharedPackage.refusalInDoubt(present.id(), doubt);
        }
    }

    /** Another runs it now, or none: then it is not the file of this connection that is replaced. */
    private boolean isTakenFromConnection(ConnectorPackage present, PackageUse use) {
        ConnectionId ours = Objects.requireNonNull(before.connection()).id();
        return use.of(present).stream().noneMatch(user -> user.id().equals(ours))
                && !present.id().equals(account.connections().retrieve(ours).packageId());
    }

    private void undoByPuttingBack(PackageId id, @Nullable StoredArchive previous) {
        undoing.add("the new archive of package " + id, () -> putBack(id, previous));
    }

    /** The package, if only the answer was lost. */
    private ConnectorPackage sentAfterAll(PackageId id, RuntimeException failure) {
        if (spoiled || !(failure instanceof WharfException) || !LostAnswers.mayHaveHappened(failure)) {
            throw failure;
        }
        try {
            ConnectorPackage now = packages.retrieve(id);
            if (archive.sha256().equals(now.sha256())) {
                return now;
            }
        } catch (WharfException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    /** Only over what this deploy sent, or what the account made of it; never over what somebody else has sent since. */
    private void putBack(PackageId id, @Nullable StoredArchive previous) {
        Sha256 now = packages.retrieve(id).sha256();
        Sha256 had = previous == null ? before.sha256() : previous.sha256();
        if (had != null && had.equals(now)) {
            return;
        }
        if (now != null && !now.equals(archive.sha256()) && !spoiled) {
            throw SomebodyElse.changed("package " + id);
        }
        if (previous == null) {
            throw new NotFoundException(Resource.OTHER, "It was corrupt before, so Wharf could not keep it.");
        }
        packages.update(id, previous, now);
        listener.remarks("Package " + id + " has its previous archive again.");
    }

    void deletePrevious(PackageId id) {
        withdrawal.ofPrevious(
                id, before.sha256(), Objects.requireNonNull(before.connection()).id());
    }
}
