package dev.wharf.gateway;

import static dev.wharf.gateway.Upstream.ask;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.BegunChange;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.settling.SettlingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unbound packages of the gateway's own user, asked for once, as soon as they are needed. */
final class UnsignedPackages {
    private static final Duration CLOCK_SKEW = SettlingPolicy.DEFAULT.clockSkew();

    private final PackageCatalog catalog;
    private final Account account;
    private @Nullable List<ConnectorPackage> listed;
    private @Nullable UserId me;

    UnsignedPackages(PackageCatalog catalog, Account account) {
        this.catalog = catalog;
        this.account = account;
    }

    /** Whether the account tells whose credentials the gateway has; else what the gateway made cannot be told. */
    boolean isTold() {
        return me != null;
    }

    List<ConnectorPackage> fitting(BegunChange begun) {
        Instant earliest = begun.at().minus(CLOCK_SKEW);
        return list().stream()
                .filter(p -> p.createdAt() != null && !p.createdAt().isBefore(earliest))
                .filter(p -> catalog.audit()
                        .findLast(Action.PACKAGE_CREATED, p.id().value())
                        .isEmpty())
                .filter(p -> isOf(p, begun))
                .toList();
    }

    private List<ConnectorPackage> list() {
        List<ConnectorPackage> known = listed;
        if (known == null) {
            UserId told = ask(account::info).userId();
            known = ask(() -> Page.<ConnectorPackage>collectAll(account.packages()::list)).stream()
                    .filter(p -> !p.isBound() && (told == null || told.equals(p.createdBy())))
                    .toList();
            me = told;
            listed = known;
        }
        return known;
    }

    private boolean isOf(ConnectorPackage listedPackage, BegunChange begun) {
        try {
            return OpenChanges.hash(account, listedPackage).equals(begun.to());
        } catch (NotFoundException deletedMeanwhile) {
            return false;
        }
    }
}
