package dev.wharf.deployment;

import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes packages that nobody runs. An account may let a package go that is in use, so it is looked at before. */
final class Withdrawal {
    private final Account account;
    private final PackageRegistry packages;
    private final DeployListener listener;

    Withdrawal(Account account, PackageRegistry packages, DeployListener listener) {
        this.account = account;
        this.packages = packages;
        this.listener = listener;
    }

    /** One that a connection runs after all is left: then all was done, and only its answer lost; or another deploy found it. */
    void ofUnused(PackageId id) {
        try {
            ConnectorPackage present = packages.retrieve(id);
            PackageUse use = PackageUse.read(account);
            List<RunBy> users = use.of(present);
            if (!users.isEmpty()) {
                throw inUse(id, users);
            }
            String doubt = use.doubt(present);
            if (doubt != null) {
                throw new ConflictException(
                        "A connection may run package " + id + ". " + doubt,
                        "Check the connections, then delete the package.");
            }
            withdraw(id, null);
        } catch (NotFoundException gone) {
            // As it should be.
        }
    }

    private static PackageInUseException inUse(PackageId id, List<RunBy> users) {
        return new PackageInUseException(
                id.value(),
                users.stream().map(user -> user.id().value()).toList(),
                users.stream().map(RunBy::toString).toList());
    }

    /** The package that a connection ran before. What cannot be deleted is no reason to undo a deploy. */
    void ofPrevious(PackageId id, @Nullable Sha256 expected, ConnectionId ours) {
        String which = "Package " + id + ", which ran before, ";
        try {
            LostAnswers.onceOrAgain(() -> {
                String reason = reasonToStay(id, ours);
                if (reason == null) {
                    withdraw(id, expected);
                } else {
                    listener.remarks(which + reason);
                }
                return id;
            });
        } catch (NotAllowedException e) {
            listener.remarks(which + "was kept. You may not delete it. The account says: " + e.getMessage());
        } catch (PackageInUseException e) {
            listener.remarks(which + "was kept. It is in use. The account says: " + e.getMessage());
        } catch (WharfException e) {
            listener.remarks(which + "could not be deleted. " + e.getMessage());
        }
    }

    private @Nullable String reasonToStay(PackageId id, ConnectionId ours) {
        ConnectorPackage present;
        try {
            present = packages.retrieve(id);
        } catch (NotFoundException gone) {
            return null;
        }
        PackageUse use = PackageUse.read(account);
        List<RunBy> others = use.besides(present, ours);
        if (!others.isEmpty()) {
            return "was kept. It also runs " + SharedPackage.names(others) + ".";
        }
        String doubt = use.doubt(present);
        return doubt == null ? null : "was kept. Another connection may run it. " + doubt;
    }

    private void withdraw(PackageId id, @Nullable Sha256 expected) {
        try {
            packages.delete(id, expected);
        } catch (NotFoundException gone) {
            // As it should be.
        }
    }
}
