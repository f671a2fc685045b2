package dev.wharf.cli.command.destinations;

import dev.wharf.cli.command.PageOptions;
import dev.wharf.cli.command.Views;
import dev.wharf.cli.console.Console;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Destination;
import dev.wharf.model.Page;
import dev.wharf.port.Destinations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists destinations. */
@Command(
        name = "list",
        description = "Lists the account's destinations.",
        footer = {"", "Example:", "  wharf destinations list"})
public final class DestinationsList implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PageOptions paging = new PageOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public DestinationsList(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            Destinations destinations = target.account().destinations();
            Page<Destination> page = paging.read(destinations::list);
            Console console = invocation.console();
            console.showList(
                    Views.document(page, Views::document),
                    () -> Views.destinations(page.items()),
                    page.items().isEmpty(),
                    "There are no destinations.");
            paging.tellOfMore(page, console);
        }
        return 0;
    }
}
