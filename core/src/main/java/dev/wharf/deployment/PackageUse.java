package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which connections run which packages, at one moment. An account may tell that with the package, with the connection, or with both;
 * what either says counts, so that nothing is taken for free that is not.
 */
public final class PackageUse {
    private final List<Connection> connections;

    private PackageUse(List<Connection> connections) {
        this.connections = connections;
    }

    /**
     * Reads an account's connections, all of them.
     *
     * @param account the account
     * @return the use
     * @throws dev.wharf.failure.WharfException whatever the account's reading operations throw
     */
    public static PackageUse read(Account account) {
        return new PackageUse(Page.collectAll(page -> account.connections().list(ConnectionFilter.ALL, page)));
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
     * The connections that run a package.
     *
     * @param ran the package
     * @return those that either side tells; empty if it is free
     */
    public List<RunBy> of(ConnectorPackage ran) {
        return besides(ran, null);
    }

    /**
     * The connections that run a package beside one.
     *
     * @param ran the package
     * @param ours the one; null for none
     * @return the others; empty if there are none
     */
    public List<RunBy> besides(ConnectorPackage ran, @Nullable ConnectionId ours) {
        Set<ConnectionId> ids = new LinkedHashSet<>(ran.connectionIds());
        connections.stream().filter(c -> ran.id().equals(c.packageId())).forEach(c -> ids.add(c.id()));
        return ids.stream()
                .filter(id -> !id.equals(ours))
                .map(id -> new RunBy(id, nameOf(id)))
                .toList();
    }

    private @Nullable ConnectionName nameOf(ConnectionId id) {
        return connections.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .map(Connection::name)
                .orElse(null);
    }
}
