package dev.wharf.deployment;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which connections run which packages, at one moment. An account may tell that with the package, with the connection, or with both;
 * what either says counts, so that nothing is taken for free that is not. Where something of it could not be understood, there is a
 * {@linkplain #doubt doubt}, and nothing is free.
 */
public final class PackageUse {
    private final Map<ConnectionId, ConnectionName> names = new HashMap<>();
    private final Map<PackageId, List<ConnectionId>> users = new HashMap<>();
    private final List<String> unclear;

    private PackageUse(Page<Connection> told) {
        unclear = new ArrayList<>(told.leftOut());
        for (Connection each : told.items()) {
            PackageId runs = each.packageId();
            names.putIfAbsent(each.id(), each.name());
            if (runs != null) {
                users.computeIfAbsent(runs, id -> new ArrayList<>()).add(each.id());
            } else if (hidesPackage(each)) {
                unclear.add("The account reports the package of connection " + each.id() + " in an unknown form.");
            }
        }
    }

    /**
     * Reads an account's connections, all of them.
     *
     * @param account the account
     * @return the use
     * @throws dev.wharf.failure.WharfException whatever the account's reading operations throw
     */
    public static PackageUse read(Account account) {
        try {
            return new PackageUse(
                    Page.collectWhole(page -> account.connections().list(ConnectionFilter.ALL, page)));
        } catch (NotAllowedException e) {
            NotAllowedException unknown = new NotAllowedException(
                    "This key may not list connections, so Wharf cannot find out which packages are free. "
                            + e.getMessage(),
                    "Use a key that may list connections.");
            unknown.initCause(e);
            throw unknown;
        }
    }

    /** What an account tells and nothing could be made of is left over. */
    private static boolean hidesPackage(Connection connection) {
        if (!connection.others().has("config")) {
            return false;
        }
        return !(connection.others().get("config") instanceof Map<?, ?> rest) || rest.containsKey("package_id");
    }

    /**
     * A connection that runs a package.
     *
     * @param id the connection
     * @param name its name; null if the account does not tell
     */
    public record RunBy(ConnectionId id, @Nullable ConnectionName name) {
        @Override
        public String toString() {
            return name == null || name.value().isEmpty() ? id.value() : name + " (" + id + ")";
        }
    }

    /**
     * The connections that are known to run a package. That there are none does not say that it {@linkplain #isFree is free}.
     *
     * @param ran the package
     * @return those that either side tells
     */
    public List<RunBy> of(ConnectorPackage ran) {
        return besides(ran, null);
    }

    /**
     * The connections that are known to run a package beside one.
     *
     * @param ran the package
     * @param ours the one; null for none
     * @return the others; empty if none are known
     */
    public List<RunBy> besides(ConnectorPackage ran, @Nullable ConnectionId ours) {
        Set<ConnectionId> ids = new LinkedHashSet<>(ran.connectionIds());
        ids.addAll(users.getOrDefault(ran.id(), List.of()));
        return ids.stream()
                .filter(id -> !id.equals(ours))
                .map(id -> new RunBy(id, names.get(id)))
                .toList();
    }

    /**
     * Why it is not known whether more connections run a package than those told.
     *
     * @param ran the package
     * @return the reasons, in sentences; null if all that run it are known
     */
    public @Nullable String doubt(ConnectorPackage ran) {
        List<String> reasons = new ArrayList<>();
        if (ran.useTold() == UseTold.UNCLEAR) {
            reasons.add("The account reports the connections of package " + ran.id() + " in an unknown form.");
        }
        reasons.addAll(unclear);
        int more = reasons.size() - 1;
        return reasons.isEmpty()
                ? null
                : reasons.get(0) + (more > 0 ? " There are " + more + " more such reasons." : "");
    }

    /**
     * Whether it is known that no connection runs a package.
     *
     * @param ran the package
     * @return true if neither side tells of any, and all that is told was understood
     */
    public boolean isFree(ConnectorPackage ran) {
        return of(ran).isEmpty() && doubt(ran) == null;
    }
}
