package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one connection. */
@Command(
        name = "get",
        description = "Shows a connection.",
        footer = {"", "Example:", "  wharf connections get quiet_river"})
public final class ConnectionsGet implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "The connection's id.")
    private String id = "";

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public ConnectionsGet(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ConnectionId connectionId = new ConnectionId(id);
        try (OpenTarget target = invocation.open()) {
            Connection found = target.account().connections().retrieve(connectionId);
            invocation.console().show(Views.document(found), () -> Views.lines(found));
        }
        return 0;
    }
}
