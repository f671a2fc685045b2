package dev.wharf.testkit;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the account contracts put in and look at. */
final class AccountSamples {
    static final ConnectionSettings UNTESTED = ConnectionSettings.NONE.withSetupTests(false);

    private AccountSamples() {}

    static ArchiveSource archive(String comment) {
        return ArchiveSource.of(SampleArchives.connector(comment));
    }

    static ConnectorPackage upload(Account account, String comment) {
        return account.packages().create(archive(comment));
    }

    static Destination destination(Account account, String name) {
        return account.destinations().create(new DestinationName(name));
    }

    static NewConnection wanted(Destination destination, String name, ConnectionSettings settings) {
        return new NewConnection(destination.id(), new ConnectionName(name), settings);
    }

    static Connection connect(
            Account account, Destination destination, String name, @Nullable ConnectorPackage connectorPackage) {
        ConnectionSettings settings = connectorPackage == null ? UNTESTED : UNTESTED.withPackage(connectorPackage.id());
        return account.connections().create(wanted(destination, name, settings));
    }

    static List<ConnectorPackage> packages(Account account) {
        return Page.<ConnectorPackage>collectAll(account.packages()::list);
    }

    static List<Connection> connections(Account account) {
        return Page.<Connection>collectAll(page -> account.connections().list(ConnectionFilter.ALL, page));
    }

    static List<Destination> destinations(Account account) {
        return Page.<Destination>collectAll(account.destinations()::list);
    }

    static byte[] bytesOf(Account account, ConnectorPackage connectorPackage) {
        try (ArchiveDownload download = account.packages().download(connectorPackage.id())) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
