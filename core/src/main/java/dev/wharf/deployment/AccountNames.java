package dev.wharf.deployment;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account's destinations and connections as people name them: by name, or by id. A name goes before an id of the same text. What
 * two have for a name is never decided by order: it is refused, with the ids.
 *
 * <p>Every method may also throw whatever the account's reading operations throw.
 */
public final class AccountNames {
    private final Account account;

    /**
     * The names of an account.
     *
     * @param account the account
     */
    public AccountNames(Account account) {
        this.account = account;
    }

    /**
     * Finds a destination.
     *
     * @param text its name or its id
     * @return the destination; empty if nothing is so called
     * @throws InvalidRequestException if several have this name
     */
    public Optional<Destination> findDestination(String text) {
        return match(destinations(), text);
    }

    /**
     * Finds a destination that must be there.
     *
     * @param text its name or its id
     * @return the destination
     * @throws InvalidRequestException if several have this name
     * @throws NotFoundException if nothing is so called; the message names what there is
     */
    public Destination destination(String text) {
        List<Destination> all = destinations();
        return match(all, text)
                .orElseThrow(() -> new NotFoundException(
                        Resource.DESTINATION,
                        "There is no destination '" + text + "'. "
                                + (all.isEmpty()
                                        ? "The account has none. Create one first."
                                        : "Choose one of: " + choices(all) + ".")));
    }

    /**
     * The destination that is meant when none is named.
     *
     * @return the only one
     * @throws InvalidRequestException if there are several, or none
     */
    public Destination onlyDestination() {
        List<Destination> all = destinations();
        if (all.size() != 1) {
            throw new InvalidRequestException(
                    all.isEmpty()
                            ? "The account has no destination. Create one first."
                            : "The account has " + all.size() + " destinations. Name one of " + choices(all) + ".");
        }
        return all.get(0);
    }

    /**
     * Finds a connection.
     *
     * @param text its name or its id
     * @param destination where it writes to; null for anywhere
     * @return the connection; empty if nothing is so called
     * @throws InvalidRequestException if several have this name, or one of this id writes elsewhere
     * @throws NotFoundException if this is the id of a connection of another service; the message names it
     */
    public Optional<Connection> findConnection(String text, @Nullable DestinationId destination) {
        ConnectionFilter filter = new ConnectionFilter(destination, new ConnectionName(text));
        List<Connection> named = text.isEmpty()
                ? List.of()
                : Page.<Connection>collectAll(page -> account.connections().list(filter, page)).stream()
                        .filter(filter::accepts)
                        .toList();
        if (named.size() > 1) {
            throw new InvalidRequestException(
                    "There are " + named.size() + " connections named " + text + ".",
                    "Name the destination too (--destination), or give the connection's id: "
                            + Listed.inWords(
                                    named.stream().map(c -> c.id().value()).toList()) + ".");
        }
        return named.isEmpty() ? byId(text, destination) : Optional.of(named.get(0));
    }

    /**
     * Finds a connection that must be there.
     *
     * @param text its name or its id
     * @param destination where it writes to; null for anywhere
     * @return the connection
     * @throws InvalidRequestException if several have this name, or one of this id writes elsewhere
     * @throws NotFoundException if nothing is so called, or a connection of another service, which the message names
     */
    public Connection connection(String text, @Nullable DestinationId destination) {
        return findConnection(text, destination)
                .orElseThrow(
                        () -> new NotFoundException(Resource.CONNECTION, "There is no connection '" + text + "'."));
    }

    private Optional<Connection> byId(String text, @Nullable DestinationId destination) {
        Connection found;
        try {
            found = account.connections().retrieve(new ConnectionId(text));
        } catch (NotFoundException none) {
            if (none.resource() == Resource.CONNECTION_OF_OTHER_SERVICE) {
                throw none;
            }
            return Optional.empty();
        } catch (InvalidRequestException none) {
            return Optional.empty();
        }
        if (destination != null && found.destinationId() != null && !destination.equals(found.destinationId())) {
            throw new InvalidRequestException(
                    "Connection " + text + " writes to destination " + found.destinationId() + ", not to " + destination
                            + ".",
                    "Name the destination it writes to, or none.");
        }
        return Optional.of(found);
    }

    private List<Destination> destinations() {
        return Page.collectAll(account.destinations()::list);
    }

    private static Optional<Destination> match(List<Destination> all, String text) {
        List<Destination> named =
                all.stream().filter(d -> d.name().value().equals(text)).toList();
        if (named.size() > 1) {
            throw new InvalidRequestException(
                    "There are " + named.size() + " destinations named '" + text + "'.",
                    "Give the id of the one you mean: "
                            + Listed.inWords(
                                    named.stream().map(d -> d.id().value()).toList()) + ".");
        }
        return named.stream()
                .findFirst()
                .or(() -> all.stream().filter(d -> d.id().value().equals(text)).findFirst());
    }

    /** Names; where a name does not tell which, the id. */
    private static String choices(List<Destination> all) {
        Map<DestinationName, Long> bearers =
                all.stream().collect(Collectors.groupingBy(Destination::name, Collectors.counting()));
        return Listed.inWords(all.stream()
                .map(each ->
                        isClear(each, bearers) ? each.name().value() : each.id().value())
                .sorted()
                .toList());
    }

    private static boolean isClear(Destination one, Map<DestinationName, Long> bearers) {
        return !one.name().value().isBlank() && bearers.getOrDefault(one.name(), 0L) == 1;
    }
}
