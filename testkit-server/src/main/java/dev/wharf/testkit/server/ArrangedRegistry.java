package dev.wharf.testkit.server;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Secret;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SyncOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a server under test has, how it fares, and how a test arranges both; seen from behind, past the network. */
abstract sealed class ArrangedRegistry permits WharfServer {
    private static final Principal ADMIN = new Principal(new UserId("test"), Role.ADMIN);

    final Backstage backstage;

    ArrangedRegistry(Backstage backstage) {
        this.backstage = backstage;
    }

    /**
     * What the server has, to arrange it and to look at it as an administrator: in this process, past the network, faults and limits,
     * and without a trace in {@link WharfServer#requests()}.
     *
     * @return the account; one that is kept shows after a {@link WharfServer#reset()} what there is then
     */
    public Account account() {
        return new LiveAccount(backstage, ADMIN);
    }

    /**
     * A destination, which is made if it is not there.
     *
     * @param name its name
     * @return the destination
     */
    public Destination destination(String name) {
        DestinationName wanted = new DestinationName(name);
        return find(wanted).orElseGet(() -> account().destinations().create(wanted));
    }

    /**
     * Looks a connection up.
     *
     * @param destination its destination's name
     * @param name its name
     * @return the connection
     * @throws NotFoundException if there is none of that name
     */
    public Connection connection(String destination, String name) {
        return find(new DestinationName(destination))
                .map(Destination::id)
                .map(id -> new ConnectionFilter(id, new ConnectionName(name)))
                .flatMap(filter ->
                        Page.<Connection>collectAll(
                                        page -> account().connections().list(filter, page))
                                .stream()
                                .findFirst())
                .orElseThrow(() -> new NotFoundException(
                        NotFoundException.Resource.CONNECTION,
                        "The server has no connection " + name + " in a destination " + destination + "."));
    }

    /**
     * The configuration that a connection was sent, with its values, which no account shows.
     *
     * @param connection the connection
     * @return the values by their keys, in the keys' order; empty if none was sent. Of a value that is a list each item is a line; of
     *     one that is null there is nothing
     * @throws NotFoundException if there is no such connection
     */
    public Map<String, String> secretsOf(ConnectionId connection) {
        Map<String, String> secrets = new TreeMap<>();
        for (Secret each : backstage.hosted().openSecrets(connection)) {
            secrets.put(each.key(), each.value().texts().collect(Collectors.joining("\n")));
        }
        return secrets;
    }

    /**
     * Lets the setup tests of all connections come out otherwise from now on, but for those that have an outcome of their own.
     *
     * @param outcome what comes of them
     */
    public void setupTests(SetupTestOutcome outcome) {
        backstage.registry().setupTests(null, outcome);
    }

    /**
     * Lets the setup tests of some connections come out otherwise from now on.
     *
     * @param connection their name, in whatever destination
     * @param outcome what comes of them
     */
    public void setupTests(String connection, SetupTestOutcome outcome) {
        backstage.registry().setupTests(connection, outcome);
    }

    /**
     * Lets the syncs of all connections that begin from now on come out otherwise, but for those that have an outcome of their own.
     *
     * @param outcome what comes of them
     */
    public void syncs(SyncOutcome outcome) {
        backstage.registry().syncs(null, outcome);
    }

    /**
     * Lets the syncs of some connections that begin from now on come out otherwise.
     *
     * @param connection their name, in whatever destination
     * @param outcome what comes of them
     */
    public void syncs(String connection, SyncOutcome outcome) {
        backstage.registry().syncs(connection, outcome);
    }

    /**
     * Lets syncs that begin from now on take longer or shorter.
     *
     * @param time how long; zero for those that have ended when they begin
     */
    public void syncTime(Duration time) {
        backstage.registry().syncTime(time);
    }

    private Optional<Destination> find(DestinationName name) {
        return Page.<Destination>collectAll(account().destinations()::list).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
