package dev.wharf.deployment;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.KeepPresent;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.MakeDestination;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.deployment.DeployStep.RunSetupTests;
import dev.wharf.deployment.DeployStep.Upload;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.SetupTest;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One deploy under way: what it has done, and how that is undone. */
final class DeployRun {
    private final Account account;
    private final PackageRegistry packages;
    private final KeptFiles kept;
    private final LostAnswers lost;
    private final StoredArchive archive;
    private final DeployRequest request;
    private final AccountState before;
    private final DeployListener listener;
    private final Undoing undoing = new Undoing();

    private Outcome outcome;
    private @Nullable Destination destination;
    private @Nullable Connection connection;
    private @Nullable ConnectorPackage current;
    private @Nullable StoredArchive previousFile;
    private boolean spoiled;
    private List<SetupTest> setupTests = List.of();

    DeployRun(
            Account account,
            PackageRegistry packages,
            KeptFiles kept,
            StoredArchive archive,
            DeployRequest request,
            AccountState before,
            DeployListener listener) {
        this.account = account;
        this.packages = packages;
        this.kept = kept;
        this.lost = new LostAnswers(account, this::leaveAlone);
        this.archive = archive;
        this.request = request;
        this.before = before;
        this.listener = listener;
        this.outcome = Outcome.UNCHANGED;
        this.destination = before.destination();
        this.connection = before.connection();
        this.current = before.bound();
    }

    /** Does what the plan says. What it throws leaves what was done to {@link #undo}. */
    DeployResult perform(DeployPlan plan) {
        outcome = plan.outcome();
        Deque<DeployStep> todo = new ArrayDeque<>(plan.steps());
        boolean verified = outcome == Outcome.UNCHANGED;
        while (!todo.isEmpty()) {
            DeployStep step = todo.pop();
            if (!verified && (step instanceof DeletePrevious || step instanceof RunSetupTests)) {
                verify();
                verified = true;
            }
            listener.begins(step);
            try {
                perform(step);
            } catch (NotAllowedException e) {
                todo = bySomebodyElses(step, e);
            }
        }
        if (!verified) {
            verify();
        }
        return new DeployResult(
                outcome,
                Objects.requireNonNull(current),
                Objects.requireNonNull(connection),
                before.sha256(),
                archive.sha256(),
                setupTests);
    }

    /**
     * Undoes what was done, after a failure.
     *
     * @return whether the account is as it was
     */
    boolean undo(RuntimeException failure) {
        return undoing.run(failure, listener);
    }

    /** The package that the connection runs, as far as is known. */
    @Nullable
    PackageId packageId() {
        return current == null ? null : current.id();
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    private void perform(DeployStep step) {
        if (step instanceof MakeDestination make) {
            makeDestination(make);
        } else if (step instanceof KeepPresent) {
            keepPresent();
        } else if (step instanceof Upload) {
            upload();
        } else if (step instanceof Replace replace) {
            replace(replace);
        } else if (step instanceof MakeConnection make) {
            makeConnection(make.settings());
        } else if (step instanceof ChangeConnection change) {
            changeConnection(change);
        } else if (step instanceof DeletePrevious delete) {
            deletePrevious(delete.packageId());
        } else {
            runSetupTests();
        }
    }

    /** A package of somebody else's can be left to them, and the connection given one of ours. */
    private Deque<DeployStep> bySomebodyElses(DeployStep step, NotAllowedException refusal) {
        if (!(step instanceof Replace) || request.way() != Way.AUTOMATIC) {
            throw refusal;
        }
        listener.remarks("Package " + packageId() + " is not ours to change, so the connection is given a new one.");
        DeployPlan repointing = Planner.plan(before, archive, request.by(Way.REPOINT));
        outcome = repointing.outcome();
        List<DeployStep> rest = new ArrayList<>(repointing.steps());
        rest.removeIf(KeepPresent.class::isInstance);
        return new ArrayDeque<>(rest);
    }

    private void makeDestination(MakeDestination step) {
        Destination made = lost.make(step.name());
        destination = made;
        undoing.add("the new destination " + step.name(), () -> account.destinations()
                .delete(made.id()));
    }

    private void keepPresent() {
        previousFile = kept.keep(Objects.requireNonNull(before.bound()));
        if (previousFile == null) {
            listener.remarks("The account has spoiled the present file of package " + packageId()
                    + ": it cannot be kept, and there is no way back to it.");
        }
    }

    private void upload() {
        ConnectorPackage made = packages.create(archive);
        current = made;
        undoing.add("the new package " + made.id(), () -> {
            current = before.bound();
            withdraw(made.id(), null);
        });
    }

    /** One that a connection runs after all is left: then all was done, and only its answer lost. */
    private void withdraw(PackageId id, @Nullable Sha256 expected) {
        try {
            packages.delete(id, expected);
        } catch (NotFoundException gone) {
            // As it should be.
        }
    }

    private void replace(Replace step) {
        PackageId id = step.packageId();
        StoredArchive previous = previousFile;
        ConnectorPackage present = packages.retrieve(id);
        Sha256 now = present.sha256();
        if (!Objects.equals(now, step.from()) || isTakenFromConnection(present)) {
            throw meanwhile("package " + id);
        }
        try {
            current = packages.update(id, archive, now);
        } catch (WharfException e) {
            spoiled = e instanceof IntegrityException;
            if (LostAnswers.mayHaveHappened(e)) {
                undoByPuttingBack(id, previous);
            }
            current = sentAfterAll(id, e);
        }
        undoByPuttingBack(id, previous);
    }

    /** Another runs it now, or none: then it is not the file of this connection that is replaced. */
    private boolean isTakenFromConnection(ConnectorPackage present) {
        ConnectionId ours = Objects.requireNonNull(before.connection()).id();
        return ours.equals(Objects.requireNonNull(before.bound()).connectionId())
                && !ours.equals(present.connectionId());
    }

    private void undoByPuttingBack(PackageId id, @Nullable StoredArchive previous) {
        undoing.add("package " + id + " has not its previous file", () -> putBack(id, previous));
    }

    /** The package, if only the answer was lost. */
    private ConnectorPackage sentAfterAll(PackageId id, WharfException failure) {
        if (spoiled || !LostAnswers.mayHaveHappened(failure)) {
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
            throw meanwhile("package " + id);
        }
        if (previous == null) {
            throw new NotFoundException(Resource.OTHER, "It was spoiled before, and could not be kept.");
        }
        packages.update(id, previous, now);
        listener.remarks("Package " + id + " has its previous file again.");
    }

    private void makeConnection(ConnectionSettings settings) {
        NewConnection wanted = new NewConnection(
                Objects.requireNonNull(destination).id(),
                request.connection(),
                settings.withPackage(Objects.requireNonNull(packageId())));
        try {
            connection = lost.make(wanted);
        } catch (ConflictException e) {
            ConflictException taken = meanwhile("connection " + request.connection());
            taken.initCause(e);
            throw taken;
        }
        undoing.settle();
    }

    private void changeConnection(ChangeConnection step) {
        ConnectionSettings settings = step.settings();
        if (step.toNewPackage()) {
            checkRunsAsBefore(step.connectionId());
            settings = settings.withPackage(Objects.requireNonNull(packageId()));
        }
        connection = lost.change(step.connectionId(), settings);
        undoing.settle();
    }

    /** An upload may take long, and no account knows a condition for what comes after it. */
    private void checkRunsAsBefore(ConnectionId id) {
        ConnectorPackage now =
                AccountState.packageOf(account, account.connections().retrieve(id));
        if (!Objects.equals(idOf(now), idOf(before.bound()))
                || !Objects.equals(now == null ? null : now.sha256(), before.sha256())) {
            throw meanwhile("connection " + request.connection());
        }
    }

    /** Reads back what runs: only what the account itself says now is reported as done. All is done by now; nothing is undone. */
    private void verify() {
        undoing.settle();
        PackageId id = Objects.requireNonNull(packageId());
        ConnectorPackage now = LostAnswers.onceOrAgain(() -> packages.retrieve(id));
        if (now.sha256() != null && !now.sha256().equals(archive.sha256())) {
            throw meanwhile("package " + id);
        }
        Connection deployed = Objects.requireNonNull(connection);
        if (!deployed.id().equals(now.connectionId())) {
            ConnectionId deployedId = deployed.id();
            deployed = LostAnswers.onceOrAgain(() -> account.connections().retrieve(deployedId));
            if (!id.equals(deployed.packageId())) {
                throw meanwhile("connection " + deployed.name());
            }
        }
        current = now;
    }

    /** What cannot be deleted is no reason to undo a deploy. */
    private void deletePrevious(PackageId id) {
        try {
            LostAnswers.onceOrAgain(() -> {
                withdraw(id, before.sha256());
                return id;
            });
        } catch (NotAllowedException e) {
            listener.remarks("Package " + id + ", which ran before, is not ours to delete: it stays, of no use.");
        } catch (PackageInUseException e) {
            listener.remarks("Package " + id + ", which ran before, serves another connection now: it stays.");
        } catch (WharfException e) {
            listener.remarks("Package " + id + ", which ran before, could not be deleted: " + e.getMessage());
        }
    }

    private void runSetupTests() {
        Connection deployed = Objects.requireNonNull(connection);
        try {
            Connection tested = account.connections().test(deployed.id());
            setupTests = tested.setupTests();
            connection = tested.tested(List.of());
        } catch (WharfException e) {
            setupTests = List.of(new SetupTest("Setup tests", SetupTest.Status.JOB_FAILED, e.getMessage()));
        }
    }

    private static @Nullable PackageId idOf(@Nullable ConnectorPackage bound) {
        return bound == null ? null : bound.id();
    }

    private void leaveAlone() {
        undoing.settle();
        listener.remarks("Whether the last change was made could not be found out, so nothing more was touched: deploy"
                + " again once the account answers.");
    }

    private ConflictException meanwhile(String what) {
        return new ConflictException("Somebody else changed " + what
                + " during this deploy, and theirs stays: look at it," + " then deploy again if this one is wanted.");
    }
}
