package dev.wharf.cli.command;

import dev.wharf.deployment.PackageUse;
import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import java.util.List;

/** Packages that nobody runs, as far as packages and connections tell at one moment. */
final class FreePackages {
    private final Account account;
    private final PackageUse use;

    FreePackages(Account account) {
        this.account = account;
        this.use = PackageUse.read(account);
    }

    boolean isFree(ConnectorPackage each) {
        return use.of(each).isEmpty();
    }

    /** Some accounts let a package go that is in use, so it is looked at first. */
    void delete(PackageId id) {
        List<RunBy> users = use.of(account.packages().retrieve(id));
        if (!users.isEmpty()) {
            throw new PackageInUseException(
                    id.value(), users.stream().map(RunBy::toString).toList());
        }
        account.packages().delete(id);
    }
}
