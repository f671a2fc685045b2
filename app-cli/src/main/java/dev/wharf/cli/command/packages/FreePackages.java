package dev.wharf.cli.command.packages;

import dev.wharf.cli.console.Console;
import dev.wharf.deployment.PackageUse;
import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import java.util.List;
import java.util.Objects;

/** Packages that nobody runs, as far as packages and connections tell at one moment. */
final class FreePackages {
    private final Account account;
    private final PackageUse use;

    FreePackages(Account account) {
        this.account = account;
        this.use = PackageUse.read(account);
    }

    /** Those that are free. Where it cannot be known of some, that is said, and they are not among them. */
    List<ConnectorPackage> among(List<ConnectorPackage> candidates, Console console) {
        List<ConnectorPackage> unused =
                candidates.stream().filter(each -> use.of(each).isEmpty()).toList();
        List<String> doubts =
                unused.stream().map(use::doubt).filter(Objects::nonNull).toList();
        if (!doubts.isEmpty()) {
            console.warn((doubts.size() == 1 ? "1 package is" : doubts.size() + " packages are")
                    + " left out, because connections may run them. " + doubts.get(0));
        }
        return unused.stream().filter(use::isFree).toList();
    }

    /** Some accounts let a package go that is in use, so it is looked at first. */
    void delete(PackageId id) {
        ConnectorPackage present = account.packages().retrieve(id);
        List<RunBy> users = use.of(present);
        if (!users.isEmpty()) {
            throw new PackageInUseException(
                    id.value(),
                    users.stream().map(user -> user.id().value()).toList(),
                    users.stream().map(RunBy::toString).toList());
        }
        String doubt = use.doubt(present);
        if (doubt != null) {
            throw new ConflictException(
                    "A connection may run package " + id + ". Wharf did not delete it." + " " + doubt,
                    "Check in the account itself which packages run, and delete it there.");
        }
        account.packages().delete(id);
    }
}
