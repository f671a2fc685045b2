package dev.wharf.deployment;

import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.DeployJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What deploys to a connection left that ended without a word, because they were killed or cut off. The journal has them as begun,
 * with the package they uploaded: by that id it is known, and nothing is deleted that no record names.
 */
final class Leftovers {
    private final Account account;
    private final DeployJournal journal;
    private final DeployListener listener;
    private final Instant now;
    private final AccountState before;
    private @Nullable UserId caller;
    private final List<KilledDeploy> begun;
    private @Nullable ConnectorPackage guessed;

    Leftovers(
            Account account,
            DeployJournal journal,
            DeployListener listener,
            Instant now,
            AccountState before,
            DeployRequest request) {
        this.account = account;
        this.journal = journal;
        this.listener = listener;
        this.now = now;
        this.before = before;
        List<KilledDeploy> found = List.of();
        try {
            found = begun(request);
        } catch (WharfException e) {
            listener.remarks("Wharf could not find out whether an earlier deploy left something. " + e.getMessage());
        }
        this.begun = found;
    }

    private List<KilledDeploy> begun(DeployRequest request) {
        Connection connection = before.connection();
        Destination destination = before.destination();
        ConnectionName name = connection == null ? request.connection() : connection.name();
        DestinationName place = destination == null ? request.destination() : destination.name();
        Stream<DeployRecord> known = connection == null ? Stream.empty() : journal.list(connection.id()).stream();
        List<DeployRecord> all = Stream.concat(
                        known, journal.listWithoutConnection(name).stream().filter(entry -> entry.destination()
                                .equals(place)))
                .filter(entry -> entry.state() == State.BEGUN && entry.note() == null)
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        UserId user = account.info().userId();
        caller = user;
        return all.stream()
                .filter(entry -> entry.user() == null || entry.user().equals(user))
                .map(KilledDeploy::new)
                .toList();
    }

    /** A package that was uploaded already, if it is there; it need not be uploaded again. */
    @Nullable
    ConnectorPackage usable(Sha256 wanted) {
        List<KilledDeploy> same = begun.stream()
                .filter(killed -> killed.entry().to().equals(wanted))
                .toList();
        if (same.isEmpty()) {
            return null;
        }
        ConnectorPackage usable = same.stream()
                .flatMap(killed -> find(killed.uploaded()))
                .filter(each -> wanted.equals(each.sha256()))
                .filter(this::isFree)
                .findFirst()
                .orElse(null);
        if (usable == null) {
            usable = unnamed().ownOf(same, wanted);
            guessed = usable;
        }
        if (usable != null) {
            listener.remarks("An earlier deploy was interrupted after it uploaded package " + usable.id()
                    + ". This deploy uses that package.");
        }
        return usable;
    }

    /** Deletes the rest, says so, and closes the records. What cannot be done is no failure of the deploy. */
    void tidy(Connection deployed, PackageId runs) {
        for (KilledDeploy killed : begun) {
            try {
                tidy(killed, deployed, runs);
            } catch (WharfException e) {
                listener.remarks("Wharf could not clean up after the deploy that began at "
                        + killed.entry().at() + ". " + e.getMessage() + " The next deploy tries again.");
            }
        }
    }

    /** A record is closed once there is nothing of it that a later deploy could do something about. */
    private void tidy(KilledDeploy killed, Connection deployed, PackageId runs) {
        DeployRecord entry = killed.entry();
        boolean over = killed.isOver(now);
        List<String> done = new ArrayList<>();
        boolean closed = clearUpload(killed, runs, done);
        closed &= clearPrevious(killed, runs, done);
        for (ConnectorPackage each : unnamed().of(killed)) {
            String said = UnnamedUploads.remark(each, killed, now);
            listener.remarks(said);
            done.add(said);
            closed &= over;
        }
        if (closed && (over || !done.isEmpty())) {
            String note = done.isEmpty() ? "It was interrupted, and left nothing." : String.join(" ", done);
            journal.write(entry.reaching(State.BEGUN, deployed.id(), entry.packageId(), note));
        }
    }

    /** Whether nothing is left to do about what it uploaded. */
    private boolean clearUpload(KilledDeploy killed, PackageId runs, List<String> done) {
        ConnectorPackage taken = guessed;
        PackageId made = taken != null && killed.mayHaveMade(taken) ? taken.id() : killed.uploaded();
        if (made == null) {
            return true;
        }
        if (made.equals(runs)) {
            done.add("Package " + runs + ", which it uploaded, is the one that the connection runs.");
            return true;
        }
        ConnectorPackage each = find(killed.uploaded()).findFirst().orElse(null);
        if (each == null) {
            return true;
        }
        PackageUse use = PackageUse.read(account);
        if (!use.isFree(each)) {
            // Where it is in doubt, a later deploy may know.
            return use.doubt(each) == null;
        }
        if (!killed.isOver(now)) {
            listener.remarks("Package " + made + " was uploaded by a deploy that began at "
                    + killed.entry().at()
                    + " and may still be running. The package was kept. A deploy an hour after that deletes it.");
            return false;
        }
        if (each.sha256() != null && !each.sha256().equals(killed.entry().to())) {
            done.add("Package " + made + ", which it uploaded, has another archive now. It was kept.");
            return true;
        }
        return delete(each, done);
    }

    /** Whether nothing is left to do about what ran before it. */
    private boolean clearPrevious(KilledDeploy killed, PackageId runs, List<String> done) {
        PackageId ran = killed.entry().packageId();
        if (ran == null || ran.equals(runs)) {
            return true;
        }
        return find(ran)
                .filter(each -> killed.replaced(each, before.bound()))
                .filter(each -> each.createdBy() == null || Objects.equals(each.createdBy(), caller))
                .filter(this::isFree)
                .allMatch(each -> delete(each, done));
    }

    private boolean isFree(ConnectorPackage each) {
        return PackageUse.read(account).isFree(each);
    }

    private boolean delete(ConnectorPackage each, List<String> done) {
        String which = "Package " + each.id() + ", which an earlier deploy left, ";
        String said;
        try {
            account.packages().delete(each.id(), each.sha256());
            said = which + "was deleted.";
        } catch (NotFoundException gone) {
            return true;
        } catch (NotAllowedException | PackageInUseException | ChangedMeanwhileException e) {
            said = which + "was kept. " + e.getMessage();
        } catch (WharfException e) {
            listener.remarks(which + "could not be deleted. " + e.getMessage() + " The next deploy tries again.");
            return false;
        }
        done.add(said);
        listener.remarks(said);
        return true;
    }

    private Stream<ConnectorPackage> find(@Nullable PackageId id) {
        if (id == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(account.packages().retrieve(id));
        } catch (NotFoundException deleted) {
            return Stream.empty();
        }
    }

    private UnnamedUploads unnamed() {
        return new UnnamedUploads(account, journal, caller);
    }
}
