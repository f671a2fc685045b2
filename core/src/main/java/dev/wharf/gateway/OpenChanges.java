package dev.wharf.gateway;

import static dev.wharf.gateway.Upstream.ask;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.integrity.DownloadedHash;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.BegunChange;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.catalog.CatalogReads;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.registry.Changes;
import dev.wharf.registry.Changes.Recorded;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of changes that were begun and that nobody is at any more: because a gateway died, the account's answer was
 * lost, or it could not be recorded. What was made is recorded as made by who began it.
 *
 * <p>The account is always asked before the catalog: what the account shows was begun before, so the catalog tells who is at it or
 * has recorded it.
 */
final class OpenChanges {
    private static final int PAGE = 100;
    private static final String DETAIL = "found out later";

    private final PackageCatalog catalog;
    private final Changes changes;
    private final BegunChanges begunChanges;
    private final InstantSource clock;

    OpenChanges(PackageCatalog catalog, Changes changes, BegunChanges begunChanges, InstantSource clock) {
        this.catalog = catalog;
        this.changes = changes;
        this.begunChanges = begunChanges;
        this.clock = clock;
    }

    /** Records a change that was made, and what its key stands for from now on. */
    static void record(Recorded change, BegunChange begun, String subject, @Nullable String detail) {
        change.record(begun.action(), subject, begun.from(), begun.to(), detail);
        if (begun.key() != null
                && change.catalog().uploads().find(begun.user(), begun.key()).isEmpty()) {
            Sha256 sent = Objects.requireNonNull(begun.to());
            change.catalog()
                    .uploads()
                    .insert(new KeyedUpload(begun.user(), begun.key(), sent, new PackageId(subject), change.at()));
        }
    }

    /** Whether it is recorded since it was begun: by whoever took its maker for dead, or because it was asked for again. */
    static boolean isRecorded(CatalogReads catalog, BegunChange begun, String subject) {
        return catalog.audit()
                .findLast(begun.action(), subject)
                .filter(entry -> !entry.at().isBefore(begun.at()))
                .filter(entry -> Objects.equals(entry.to(), begun.to()))
                .isPresent();
    }

    /**
     * Settles what can be.
     *
     * @throws WharfException the first failure of the account or the catalog; what it concerns stays open
     */
    void settle(Account account, Consumer<SettledChange> told) {
        List<BegunChange> left = all(catalog).stream()
                .filter(begun -> !begunChanges.isUnderWay(begun, clock.instant()))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        UnsignedPackages unsigned = new UnsignedPackages(catalog, account);
        WharfException failure = null;
        for (BegunChange each : left) {
            try {
                settled(each, account, unsigned).forEach(told);
            } catch (WharfException e) {
                failure = failure == null ? e : failure;
                if (e instanceof UnavailableException) {
                    break;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<SettledChange> settled(BegunChange begun, Account account, UnsignedPackages unsigned) {
        if (begun.action() == Action.PACKAGE_CREATED) {
            List<ConnectorPackage> made = unsigned.fitting(begun);
            boolean whoseIsTold = unsigned.isTold();
            return settle(begun, change -> creation(change, begun, made, whoseIsTold));
        }
        PackageId id = new PackageId(Objects.requireNonNull(begun.subject()));
        Optional<Sha256> present = Optional.empty();
        boolean there = true;
        try {
            present = Optional.of(hash(account, ask(() -> account.packages().retrieve(id))));
        } catch (NotFoundException gone) {
            there = false;
        }
        boolean deleting = begun.action() == Action.PACKAGE_DELETED;
        boolean made = deleting ? !there : present.isPresent() && present.get().equals(begun.to());
        boolean known = made || deleting || !there || present.get().equals(begun.from());
        return settle(begun, change -> {
            if (made && !isRecorded(change.catalog(), begun, id.value())) {
                record(change, begun, id.value(), DETAIL);
            }
            return List.of(
                    known
                            ? new SettledChange(begun, made ? Outcome.RECORDED : Outcome.NOT_MADE, "")
                            : unclear(begun, "package " + id + " has neither its previous archive nor the new one"));
        });
    }

    private List<SettledChange> creation(
            Recorded change, BegunChange begun, List<ConnectorPackage> made, boolean whoseIsTold) {
        List<ConnectorPackage> nobodys = made.stream()
                .filter(p -> change.catalog()
                        .audit()
                        .findLast(Action.PACKAGE_CREATED, p.id().value())
                        .isEmpty())
                .toList();
        if (nobodys.isEmpty()) {
            return List.of(new SettledChange(begun, Outcome.NOT_MADE, ""));
        }
        // Its own row is gone already.
        List<BegunChange> rivals = all(change.catalog()).stream()
                .filter(other -> concernsTheSame(begun, other))
                .toList();
        boolean sameUser = rivals.stream().allMatch(other -> other.user().equals(begun.user()));
        if (whoseIsTold && sameUser && nobodys.size() <= rivals.size() + 1) {
            record(change, begun, nobodys.get(0).id().value(), DETAIL);
            return List.of(new SettledChange(begun, Outcome.RECORDED, ""));
        }
        // All of them at once: what is left for one must not be taken for another's.
        String remark = "one of these may be the new package: "
                + nobodys.stream().map(p -> p.id().value()).toList();
        List<SettledChange> unclear = new ArrayList<>(List.of(unclear(begun, remark)));
        for (BegunChange rival : rivals) {
            change.catalog().begun().settle(rival.id());
            unclear.add(unclear(rival, remark));
        }
        return unclear;
    }

    private static SettledChange unclear(BegunChange begun, String remark) {
        return new SettledChange(begun, Outcome.UNCLEAR, remark);
    }

    /** Closes it with what is found out, unless it was settled meanwhile, or somebody is at another that concerns the same. */
    private List<SettledChange> settle(BegunChange begun, Function<Recorded, List<SettledChange>> finding) {
        return changes.run(begun.user(), change -> {
            boolean busy = all(change.catalog()).stream()
                    .anyMatch(other -> concernsTheSame(begun, other)
                            && !other.id().equals(begun.id())
                            && begunChanges.isUnderWay(other, change.at()));
            return busy || !change.catalog().begun().settle(begun.id())
                    ? List.<SettledChange>of()
                    : finding.apply(change);
        });
    }

    private static boolean concernsTheSame(BegunChange one, BegunChange other) {
        boolean creates = one.action() == Action.PACKAGE_CREATED;
        return creates
                ? other.action() == one.action() && Objects.equals(one.to(), other.to())
                : Objects.equals(one.subject(), other.subject());
    }

    private static List<BegunChange> all(CatalogReads catalog) {
        List<BegunChange> all = new ArrayList<>();
        List<Positioned<BegunChange>> page = catalog.begun().list(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.item()));
            page = catalog.begun().list(page.get(page.size() - 1).position(), PAGE);
        }
        return all;
    }

    static Sha256 hash(Account account, ConnectorPackage told) {
        Sha256 present = told.sha256();
        return present == null ? ask(() -> DownloadedHash.of(account.packages(), told.id())) : present;
    }
}
