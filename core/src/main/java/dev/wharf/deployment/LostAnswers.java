package dev.wharf.deployment;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what became of changes of which the answer never came. */
final class LostAnswers {
    private final Account account;
    private final Runnable unknown;

    /** Asks an account; told when it could not be found out whether a change was made. */
    LostAnswers(Account account, Runnable unknown) {
        this.account = account;
        this.unknown = unknown;
    }

    /** Whether a change may have been made although it failed. What was given up midway tells nothing about that. */
    static boolean mayHaveHappened(RuntimeException failure) {
        return !(failure instanceof WharfException)
                || failure instanceof UnavailableException
                || failure instanceof UnexpectedAnswerException
                || failure instanceof InterruptedTransferException
                || failure instanceof StorageException
                || failure instanceof IntegrityException;
    }

    /** Does what may be done twice, and once more if it fails in a way that may pass. */
    static <T> T onceOrAgain(Supplier<T> call) {
        try {
            return call.get();
        } catch (WharfException e) {
            if (!mayHaveHappened(e)) {
                throw e;
            }
            return call.get();
        }
    }

    /** Makes a destination of a name that there was not. */
    Destination make(DestinationName name) {
        try {
            return account.destinations().create(name);
        } catch (RuntimeException e) {
            if (!mayHaveHappened(e)) {
                throw e;
            }
            return asked(e, () -> Page.<Destination>collectAll(account.destinations()::list)).stream()
                    .filter(destination -> destination.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    /** Makes a connection. One of that name that runs the package asked for can only be the one asked for. */
    Connection make(NewConnection wanted) {
        try {
            return account.connections().create(wanted);
        } catch (RuntimeException e) {
            if (!mayHaveHappened(e)) {
                throw e;
            }
            return found(wanted, e).orElseThrow(() -> e);
        }
    }

    /** Changes a connection. What cannot be read back is sent once more: it is the same change. */
    Connection change(ConnectionId id, ConnectionSettings settings) {
        try {
            return account.connections().update(id, settings);
        } catch (RuntimeException e) {
            if (!mayHaveHappened(e)) {
                throw e;
            }
            Connection now = asked(e, () -> account.connections().retrieve(id));
            PackageId wanted = settings.packageId();
            boolean rest = new WantedSettings(settings.withSecrets(null))
                    .missingIn(now)
                    .isNothing();
            Runs runs = wanted == null ? Runs.YES : runs(now, wanted, e);
            if (runs == Runs.NOT_TOLD) {
                unknown.run();
            }
            if (!rest || runs != Runs.YES) {
                throw e;
            }
            return settings.secrets() == null ? now : again(id, settings, e);
        }
    }

    private Connection again(ConnectionId id, ConnectionSettings settings, RuntimeException lost) {
        if (!(lost instanceof WharfException)) {
            // Given up: nothing more is sent.
            unknown.run();
            throw lost;
        }
        try {
            return account.connections().update(id, settings);
        } catch (WharfException e) {
            // Too many calls is an answer to this one; what became of the first it does not tell.
            e.addSuppressed(lost);
            if (mayHaveHappened(e) || e instanceof RateLimitedException) {
                unknown.run();
            }
            throw e;
        }
    }

    private Optional<Connection> found(NewConnection wanted, RuntimeException lost) {
        ConnectionFilter filter = new ConnectionFilter(wanted.destinationId(), wanted.name());
        PackageId wantedPackage = Objects.requireNonNull(wanted.settings().packageId());
        List<Connection> named =
                asked(
                                lost,
                                () -> Page.<Connection>collectAll(
                                        page -> account.connections().list(filter, page)))
                        .stream()
                        .filter(filter::accepts)
                        .toList();
        for (Connection each : named) {
            Runs runs = runs(each, wantedPackage, lost);
            if (runs == Runs.NOT_TOLD) {
                unknown.run();
                throw lost;
            }
            if (runs == Runs.YES) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Not every account tells a connection's package; then the package tells its connection. */
    private Runs runs(Connection connection, PackageId wanted, RuntimeException lost) {
        if (connection.packageId() != null) {
            return wanted.equals(connection.packageId()) ? Runs.YES : Runs.NO;
        }
        return Runs.of(connection, asked(lost, () -> account.packages().retrieve(wanted)));
    }

    private <T> T asked(RuntimeException lost, Supplier<T> question) {
        try {
            return question.get();
        } catch (WharfException e) {
            lost.addSuppressed(e);
            unknown.run();
            throw lost;
        }
    }
}
