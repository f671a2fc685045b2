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
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.SetupTest;
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
    private final FileSteps files;
    private final LostAnswers lost;
    private final StoredArchive archive;
    private final DeployRequest request;
    private final AccountState before;
    private final DeployListener listener;
    private final Undoing undoing = new Undoing();

    private Outcome outcome;
    private @Nullable Destination destination;
    private @Nullable Connection connection;
    private List<SetupTest> setupTests = List.of();
    private Runs runs = Runs.NOT_TOLD;

    DeployRun(
            Account account,
            PackageRegistry packages,
            KeptFiles kept,
            StoredArchive archive,
            DeployRequest request,
            AccountState before,
            UploadTrace trace,
            DeployListener listener) {
        this.account = account;
        this.files = new FileSteps(account, packages, kept, archive, before, trace, undoing, listener);
        this.lost = new LostAnswers(account, this::leaveAlone);
        this.archive = archive;
        this.request = request;
        this.before = before;
        this.listener = listener;
        this.outcome = Outcome.UNCHANGED;
        this.destination = before.destination();
        this.connection = before.connection();
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
                Objects.requireNonNull(files.current()),
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
        return undoing.run(failure, listener) && !files.isUploadUnknown();
    }

    /** Whether what was uploaded may be there, and nobody knows as which package: then only its record leads to it. */
    boolean isUploadUnknown() {
        return files.isUploadUnknown();
    }

    /** The package that the connection runs, as far as is known. */
    @Nullable
    PackageId packageId() {
        return idOf(files.current());
    }

    @Nullable
    Connection connection() {
        return connection;
    }

    private void perform(DeployStep step) {
        if (step instanceof MakeDestination make) {
            makeDestination(make);
        } else if (step instanceof KeepPresent) {
            files.keepPresent();
        } else if (step instanceof Upload) {
            files.upload();
        } else if (step instanceof Replace replace) {
            files.replace(replace);
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
        listener.remarks("Package " + packageId() + " belongs to another user. The connection gets a new package.");
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

    private void makeConnection(ConnectionSettings settings) {
        NewConnection wanted = new NewConnection(
                Objects.requireNonNull(destination).id(), request.connection(), settings.withPackage(files.id()));
        try {
            connection = lost.make(wanted);
        } catch (ConflictException e) {
            ConflictException taken = SomebodyElse.changed("connection " + request.connection());
            taken.initCause(e);
            throw taken;
        }
        undoing.settle();
    }

    private void changeConnection(ChangeConnection step) {
        ConnectionSettings settings = step.settings();
        if (step.toNewPackage()) {
            checkRunsAsBefore(step.connectionId());
            settings = settings.withPackage(files.id());
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
            throw SomebodyElse.changed("connection " + request.connection());
        }
    }

    /** Reads back what runs: only what the account itself says now is reported as done. All is done by now; nothing is undone. */
    private void verify() {
        undoing.settle();
        Connection deployed = Objects.requireNonNull(connection);
        runs = Runs.readBack(account, deployed, files.verified());
        if (runs == Runs.NO) {
            files.leaveToOthers();
            throw SomebodyElse.changed("connection " + deployed.name());
        }
        if (runs == Runs.NOT_TOLD) {
            listener.remarks("The account accepted the change, but does not report the package of connection "
                    + deployed.name() + ". Wharf could not verify that it runs " + packageId()
                    + ". Check that its next sync runs the new code.");
        }
    }

    /** What it ran before it may run still, as long as nobody tells that it does not. */
    private void deletePrevious(PackageId id) {
        if (runs == Runs.YES) {
            files.deletePrevious(id);
        } else {
            listener.remarks("Package " + id + ", which ran before, was kept. Delete it when you no longer need it.");
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
        listener.remarks("Wharf could not find out whether the last change was made, and changed nothing more. Deploy"
                + " again when the account answers.");
    }
}
