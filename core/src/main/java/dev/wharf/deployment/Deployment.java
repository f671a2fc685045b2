package dev.wharf.deployment;

import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import dev.wharf.registry.VerifyingRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deploys an archive: finds the destination and the connection by name, uploads the archive if the connection's package is
 * another, and binds it. Deploying the same archive again changes nothing and sends nothing.
 */
public final class Deployment {
    private final Account account;
    private final PackageRegistry packages;

    /**
     * Deployments to an account.
     *
     * @param account where to
     */
    public Deployment(Account account) {
        this.account = account;
        this.packages = new VerifyingRegistry(account.packages());
    }

    /**
     * Deploys an archive. If it fails after a new package was uploaded, that package is deleted again.
     *
     * @param archive the archive
     * @param request what to reach
     * @return what was done
     * @throws NotFoundException if the destination does not exist and shall not be made
     * @throws dev.wharf.failure.WharfException whatever the account's operations throw
     */
    public DeployResult deploy(StoredArchive archive, DeployRequest request) {
        Destination destination = destination(request);
        Optional<Connection> present = findConnection(destination, request);
        return present.isPresent() ? redeploy(archive, request, present.get()) : create(archive, request, destination);
    }

    private DeployResult create(StoredArchive archive, DeployRequest request, Destination destination) {
        ConnectorPackage uploaded = packages.create(archive);
        try {
            Connection connection = account.connections()
                    .create(new NewConnection(
                            destination.id(),
                            request.connection(),
                            request.settings().withPackage(uploaded.id())));
            return result(Outcome.CREATED, uploaded.id(), connection, archive.sha256());
        } catch (WharfException e) {
            throw withdrawing(uploaded, e);
        }
    }

    private DeployResult redeploy(StoredArchive archive, DeployRequest request, Connection connection) {
        ConnectorPackage bound = packageOf(connection);
        if (bound == null) {
            return bindNew(archive, request, connection);
        }
        boolean sameArchive = archive.sha256().equals(bound.sha256());
        boolean sameSettings = agrees(connection, request.settings());
        if (sameArchive && sameSettings) {
            return new DeployResult(Outcome.UNCHANGED, bound, connection, archive.sha256());
        }
        if (!sameArchive) {
            packages.update(bound.id(), archive);
        }
        Connection changed = sameSettings
                ? connection
                : account.connections()
                        .update(connection.id(), request.settings().withPackage(bound.id()));
        return result(Outcome.UPDATED, bound.id(), changed, archive.sha256());
    }

    private DeployResult bindNew(StoredArchive archive, DeployRequest request, Connection connection) {
        ConnectorPackage uploaded = packages.create(archive);
        try {
            Connection changed = account.connections()
                    .update(connection.id(), request.settings().withPackage(uploaded.id()));
            return result(Outcome.UPDATED, uploaded.id(), changed, archive.sha256());
        } catch (WharfException e) {
            throw withdrawing(uploaded, e);
        }
    }

    /** Reads the package back: only what the account itself says now is reported as done. */
    private DeployResult result(Outcome outcome, PackageId id, Connection connection, Sha256 sha256) {
        ConnectorPackage now = packages.retrieve(id);
        Sha256 reported = now.sha256();
        if (reported != null && !reported.equals(sha256)) {
            throw new IntegrityException(
                    "Package " + id
                            + " has other bytes than were deployed: somebody changed it meanwhile. Deploy again.",
                    sha256.hex(),
                    reported.hex());
        }
        return new DeployResult(outcome, now, connection, sha256);
    }

    private WharfException withdrawing(ConnectorPackage uploaded, WharfException failure) {
        try {
            packages.delete(uploaded.id());
        } catch (WharfException leftBehind) {
            failure.addSuppressed(leftBehind);
        }
        return failure;
    }

    private Destination destination(DeployRequest request) {
        List<Destination> all = Page.collectAll(account.destinations()::list);
        return all.stream()
                .filter(d -> d.name().equals(request.destination()))
                .findFirst()
                .orElseGet(() -> {
                    if (request.createDestination()) {
                        return account.destinations().create(request.destination());
                    }
                    throw new NotFoundException(Resource.DESTINATION, noDestination(request, all));
                });
    }

    private static String noDestination(DeployRequest request, List<Destination> all) {
        List<String> names = all.stream().map(d -> d.name().value()).sorted().toList();
        return "There is no destination named " + request.destination() + ". "
                + (names.isEmpty()
                        ? "The account has none: make one first."
                        : "Choose one of: " + String.join(", ", names) + ".");
    }

    private Optional<Connection> findConnection(Destination destination, DeployRequest request) {
        ConnectionFilter filter = new ConnectionFilter(destination.id(), request.connection());
        return Page.<Connection>collectAll(page -> account.connections().list(filter, page)).stream()
                .filter(filter::accepts)
                .findFirst();
    }

    /** Not every account tells a connection's package; then the package tells its connection. */
    private @Nullable ConnectorPackage packageOf(Connection connection) {
        PackageId told = connection.packageId();
        if (told != null) {
            return packages.retrieve(told);
        }
        return Page.<ConnectorPackage>collectAll(packages::list).stream()
                .filter(p -> connection.id().equals(p.connectionId()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a connection is as asked for. Secrets cannot be read back, so asking for any is asking for a change. */
    private static boolean agrees(Connection connection, ConnectionSettings asked) {
        return asked.secrets() == null
                && (asked.pythonVersion() == null || asked.pythonVersion().equals(connection.pythonVersion()))
                && (asked.paused() == null || asked.paused() == connection.paused())
                && (asked.syncFrequencyMinutes() == null
                        || asked.syncFrequencyMinutes().equals(connection.syncFrequencyMinutes()));
    }
}
