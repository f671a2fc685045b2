package dev.wharf.deployment;

import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.DeployJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What deploys left that ended without a word, because they were killed or cut off. The journal has them as begun. A package is taken
 * for theirs if it has the hash, nobody runs it, the same user made it, and in the time after such a deploy began.
 */
final class Leftovers {
    /** How far the clocks of this machine and of the account may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A deploy that began later than that ago may be under way still, on another machine. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Account account;
    private final DeployJournal journal;
    private final DeployListener listener;
    private final Instant now;
    private final AccountState before;
    private final List<DeployRecord> begun;
    private @Nullable ConnectorPackage usable;

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
        List<DeployRecord> found = List.of();
        try {
            found = begun(request);
        } catch (WharfException e) {
            listener.remarks("Whether an earlier deploy left something could not be found out: " + e.getMessage());
        }
        this.begun = found;
    }

    private List<DeployRecord> begun(DeployRequest request) {
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
            return all;
        }
        UserId caller = account.info().userId();
        return all.stream()
                .filter(entry -> entry.user() == null || entry.user().equals(caller))
                .toList();
    }

    /** A package that was uploaded already, if it is there; it need not be uploaded again. */
    @Nullable
    ConnectorPackage usable(Sha256 wanted) {
        if (begun.isEmpty()) {
            return null;
        }
        usable = free().stream()
                .filter(p -> wanted.equals(p.sha256()) && begun.stream().anyMatch(entry -> isOf(p, entry)))
                .findFirst()
                .orElse(null);
        if (usable != null) {
            listener.remarks("An earlier deploy ended without a word after it had uploaded package " + usable.id()
                    + ": it is used, and not uploaded again.");
        }
        return usable;
    }

    /** Deletes the rest, says so, and closes the records. What cannot be done is no failure of the deploy. */
    void tidy(Connection deployed, PackageId runs) {
        if (begun.isEmpty()) {
            return;
        }
        try {
            List<ConnectorPackage> free = free();
            begun.forEach(entry -> tidy(entry, deployed, runs, free));
        } catch (WharfException e) {
            listener.remarks("What an earlier deploy left could not be cleared away: " + e.getMessage());
        }
    }

    private void tidy(DeployRecord entry, Connection deployed, PackageId runs, List<ConnectorPackage> free) {
        boolean over = entry.at().plus(LONGEST).isBefore(now);
        List<String> done = new ArrayList<>();
        if (usable != null && usable.id().equals(runs) && isOf(usable, entry)) {
            done.add("Package " + runs + ", which it had uploaded, was used by the deploy after it.");
        }
        for (ConnectorPackage each : free) {
            if (isPrevious(each, entry, runs) || (over && isOf(each, entry))) {
                delete(each, done);
            } else if (isOf(each, entry)) {
                listener.remarks("Package " + each.id() + " was uploaded by a deploy that began at " + entry.at()
                        + " and may be under way still: it stays. A deploy an hour after that deletes it.");
            }
        }
        if (over || !done.isEmpty()) {
            String note = done.isEmpty() ? "It ended without a word, and left nothing." : String.join(" ", done);
            journal.write(entry.reaching(State.BEGUN, deployed.id(), entry.packageId(), note));
        }
    }

    private void delete(ConnectorPackage each, List<String> done) {
        try {
            account.packages().delete(each.id(), each.sha256());
        } catch (NotFoundException gone) {
            return;
        }
        String said = "Package " + each.id() + ", which an earlier deploy left, was deleted.";
        done.add(said);
        listener.remarks(said);
    }

    /** What the connection ran before it was given what it has; the deploy that did so ended before it deleted this. */
    private boolean isPrevious(ConnectorPackage each, DeployRecord entry, PackageId runs) {
        ConnectorPackage bound = before.bound();
        return bound != null
                && entry.to().equals(bound.sha256())
                && !bound.id().equals(each.id())
                && !each.id().equals(runs)
                && each.id().equals(entry.packageId())
                && entry.from() != null
                && entry.from().equals(each.sha256());
    }

    private boolean isOf(ConnectorPackage each, DeployRecord entry) {
        Instant made = each.createdAt();
        return entry.to().equals(each.sha256())
                && made != null
                && !made.isBefore(entry.at().minus(SKEW))
                && !made.isAfter(entry.at().plus(LONGEST).plus(SKEW));
    }

    /** Packages of the caller's, or of nobody told, that no connection runs. */
    private List<ConnectorPackage> free() {
        List<ConnectorPackage> all = Page.collectAll(account.packages()::list);
        UserId caller = account.info().userId();
        PackageUse use = PackageUse.read(account);
        return all.stream()
                .filter(p -> p.createdBy() == null || Objects.equals(p.createdBy(), caller))
                .filter(p -> {
                    List<RunBy> users = use.of(p);
                    return users.isEmpty();
                })
                .toList();
    }
}
