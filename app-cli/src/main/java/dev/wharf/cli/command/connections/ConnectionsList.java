package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.PageOptions;
import dev.wharf.cli.command.Views;
import dev.wharf.cli.console.Console;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.Page;
import dev.wharf.port.Connections;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists connections. */
@Command(
        name = "list",
        description = "Lists the account's connections that run packages.",
        footer = {"", "Example:", "  wharf connections list --destination warehouse"})
public final class ConnectionsList implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PageOptions paging = new PageOptions();

    @Option(
            names = "--destination",
            paramLabel = "D",
            description = "List connections of this destination only," + " by name or id.")
    private @Nullable String destination;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public ConnectionsList(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            ConnectionFilter filter = destination == null
                    ? ConnectionFilter.ALL
                    : new ConnectionFilter(
                            NamedDestination.find(target, destination).id(), null);
            Connections connections = target.account().connections();
            Page<Connection> page = paging.read(request -> connections.list(filter, request));
            Console console = invocation.console();
            console.showList(
                    Views.document(page, Views::document),
                    () -> Views.connections(page.items()),
                    page.items().isEmpty(),
                    "There are no connections.");
            paging.tellOfMore(page, console);
        }
        return 0;
    }
}
