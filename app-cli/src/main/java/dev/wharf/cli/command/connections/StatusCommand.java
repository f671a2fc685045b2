package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how connections fare. */
@Command(
        name = "status",
        description = "Shows the status of one connection, or of all: setup, sync, and the last syncs.",
        footer = {"", "Examples:", "  wharf status", "  wharf status weather"})
public final class StatusCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "CONNECTION", description = "The connection's name or id. Default: all.")
    private @Nullable String connection;

    @Option(names = "--destination", paramLabel = "D", description = "The connections' destination, by name or id.")
    private @Nullable String destination;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            List<Connection> found =
                    connection == null ? all(target) : List.of(NamedConnection.find(target, connection, destination));
            invocation
                    .console()
                    .showList(
                            Views.document(new Page<>(found, null), Views::document),
                            () -> table(found),
                            found.isEmpty(),
                            "There are no connections.");
        }
        return 0;
    }

    private List<Connection> all(OpenTarget target) {
        ConnectionFilter filter = destination == null
                ? ConnectionFilter.ALL
                : new ConnectionFilter(
                        NamedDestination.find(target, destination).id(), null);
        return Page.collectAll(page -> target.account().connections().list(filter, page));
    }

    private static Table table(List<Connection> connections) {
        Table table = Table.headed("ID", "NAME", "SETUP", "SYNC", "UPDATES", "SUCCEEDED", "FAILED");
        connections.forEach(each -> {
            ConnectionStatus status = each.status();
            table.row(
                    each.id(),
                    each.name(),
                    status.setupState(),
                    each.paused() ? ConnectionStatus.PAUSED : status.syncState(),
                    status.updateState(),
                    moment(status.succeededAt()),
                    moment(status.failedAt()));
        });
        return table;
    }

    private static @Nullable Instant moment(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
