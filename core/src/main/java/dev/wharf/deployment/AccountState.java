package dev.wharf.deployment;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account has of what a deploy is about.
 *
 * @param destination the destination; null if it is to be made
 * @param connection the connection; null if there is none
 * @param bound the package it runs; null if there is none
 */
record AccountState(
        @Nullable Destination destination, @Nullable Connection connection, @Nullable ConnectorPackage bound) {

    static AccountState read(Account account, DeployRequest request) {
        Destination destination = destination(account, request);
        if (destination == null) {
            return new AccountState(null, null, null);
        }
        Connection connection = findConnection(account, destination, request).orElse(null);
        return new AccountState(destination, connection, connection == null ? null : packageOf(account, connection));
    }

    /** The hash of what runs; null if nothing does, or if the account does not tell. */
    @Nullable
    Sha256 sha256() {
        return bound == null ? null : bound.sha256();
    }

    static Optional<Connection> findConnection(Account account, Destination destination, DeployRequest request) {
        ConnectionFilter filter = new ConnectionFilter(destination.id(), request.connection());
        return Page.<Connection>collectAll(page -> account.connections().list(filter, page)).stream()
                .filter(filter::accepts)
                .findFirst();
    }

    /** Not every account tells a connection's package; then the package tells its connection. Null also if it was deleted. */
    static @Nullable ConnectorPackage packageOf(Account account, Connection connection) {
        PackageId told = connection.packageId();
        if (told != null) {
            try {
                return account.packages().retrieve(told);
            } catch (NotFoundException deleted) {
                return null;
            }
        }
        return Page.<ConnectorPackage>collectAll(account.packages()::list).stream()
                .filter(p -> p.serves(connection.id()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Destination destination(Account account, DeployRequest request) {
        List<Destination> all = Page.collectAll(account.destinations()::list);
        Optional<Destination> named =
                all.stream().filter(d -> d.name().equals(request.destination())).findFirst();
        if (named.isEmpty() && !request.createDestination()) {
            throw new NotFoundException(Resource.DESTINATION, noDestination(request, all));
        }
        return named.orElse(null);
    }

    private static String noDestination(DeployRequest request, List<Destination> all) {
        List<String> names = all.stream().map(d -> d.name().value()).sorted().toList();
        return "There is no destination named " + request.destination() + ". "
                + (names.isEmpty()
                        ? "The account has none: make one first."
                        : "Choose one of: " + String.join(", ", names) + ".");
    }
}
