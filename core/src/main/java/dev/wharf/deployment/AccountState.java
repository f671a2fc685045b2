package dev.wharf.deployment;

import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account has of what a deploy is about.
 *
 * @param destination the destination; null if it is to be made, or if the account does not tell where the connection writes to
 * @param connection the connection; null if there is none
 * @param bound the package it runs; null if there is none
 * @param others the other connections that run this package, as far as a deploy must know them
 * @param doubt why it is not known whether more run it; null if these are all, or a deploy need not know
 */
record AccountState(
        @Nullable Destination destination,
        @Nullable Connection connection,
        @Nullable ConnectorPackage bound,
        List<RunBy> others,
        @Nullable String doubt) {

    /** Who else runs the package is only looked for where its file is not the wanted one already. */
    static AccountState read(Account account, DeployRequest request, Sha256 wanted) {
        AccountState found = find(account, request);
        ConnectorPackage bound = found.bound;
        Connection connection = found.connection;
        if (bound == null || connection == null || wanted.equals(bound.sha256())) {
            return found;
        }
        PackageUse use = PackageUse.read(account);
        return new AccountState(
                found.destination, connection, bound, use.besides(bound, connection.id()), use.doubt(bound));
    }

    private static AccountState find(Account account, DeployRequest request) {
        ConnectionId id = request.connectionId();
        if (id != null) {
            Connection connection = account.connections().retrieve(id);
            DestinationId place = connection.destinationId();
            Destination destination =
                    place == null ? null : account.destinations().retrieve(place);
            return new AccountState(destination, connection, packageOf(account, connection), List.of(), null);
        }
        AccountNames names = new AccountNames(account);
        String text = request.destination().value();
        Destination destination =
                request.createDestination() ? names.findDestination(text).orElse(null) : names.destination(text);
        if (destination == null) {
            return new AccountState(null, null, null, List.of(), null);
        }
        Connection connection = names.findConnection(request.connection().value(), destination.id())
                .orElse(null);
        return new AccountState(
                destination, connection, connection == null ? null : packageOf(account, connection), List.of(), null);
    }

    /** The hash of what runs; null if nothing does, or if the account does not tell. */
    @Nullable
    Sha256 sha256() {
        return bound == null ? null : bound.sha256();
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
}
