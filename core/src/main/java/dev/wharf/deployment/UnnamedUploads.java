package dev.wharf.deployment;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.DeployJournal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Packages that killed deploys may have uploaded without coming to write down which. Only a person can know for sure, so none of
 * them is ever deleted; one that can be nobody else's, as far as can be seen from here, is used.
 */
final class UnnamedUploads {
    private final Account account;
    private final DeployJournal journal;
    private final @Nullable UserId caller;

    UnnamedUploads(Account account, DeployJournal journal, @Nullable UserId caller) {
        this.account = account;
        this.journal = journal;
        this.caller = caller;
    }

    /** Those that a deploy may have made: the caller's, that nobody runs, and that no record names as another deploy's. */
    List<ConnectorPackage> of(KilledDeploy killed) {
        if (!killed.sentUnknown()
                || caller == null
                || !caller.equals(killed.entry().user())) {
            return List.of();
        }
        List<ConnectorPackage> made = Page.<ConnectorPackage>collectAll(account.packages()::list).stream()
                .filter(each -> caller.equals(each.createdBy()) && killed.mayHaveMade(each))
                .toList();
        if (made.isEmpty()) {
            return made;
        }
        // Read after the list: whoever uploaded until then is in the journal, or has done and runs it.
        Set<PackageId> named = begun(killed.entry().to()).orElse(List.of()).stream()
                .map(KilledDeploy::uploaded)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        PackageUse use = PackageUse.read(account);
        return made.stream()
                .filter(each -> !named.contains(each.id()) && use.isFree(each))
                .toList();
    }

    /**
     * The one that can be nobody else's: there are no more than the connection's own killed deploys may have made, and no deploy of
     * the same file to another connection may have made it.
     *
     * @param own the connection's deploys that ended without a word
     * @return the package; null if there is none, or if it cannot be told whose it is
     */
    @Nullable
    ConnectorPackage ownOf(List<KilledDeploy> own, Sha256 wanted) {
        List<KilledDeploy> unknown = own.stream()
                .filter(killed -> killed.sentUnknown() && killed.entry().to().equals(wanted))
                .toList();
        List<ConnectorPackage> made = unknown.stream()
                .flatMap(killed -> of(killed).stream())
                .distinct()
                .toList();
        if (made.isEmpty() || made.size() > unknown.size()) {
            return null;
        }
        Set<String> ids = own.stream().map(killed -> killed.entry().id()).collect(Collectors.toSet());
        boolean rivalled = begun(wanted)
                .map(all -> all.stream()
                        .filter(other -> !ids.contains(other.entry().id()))
                        .anyMatch(other -> made.stream().anyMatch(other::mayHaveMade)))
                .orElse(true);
        return rivalled ? null : made.get(0);
    }

    private Optional<List<KilledDeploy>> begun(Sha256 to) {
        return journal.listBegun(to).map(all -> all.stream()
                .filter(entry -> entry.note() == null)
                .map(KilledDeploy::new)
                .toList());
    }

    /** What a person is told of one. */
    static String remark(ConnectorPackage each, KilledDeploy killed, Instant now) {
        boolean over = killed.isOver(now);
        return "Package " + each.id() + " may come from the deploy that began at "
                + killed.entry().at() + (over ? " and was killed" : " and was killed or is still running")
                + ". Nothing proves that, so the package was kept. If nobody needs it"
                + (over ? "" : " an hour after that") + ", delete it.";
    }
}
