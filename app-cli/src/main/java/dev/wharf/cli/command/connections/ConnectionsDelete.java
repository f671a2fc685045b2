package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Deletions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.ConnectionId;
import dev.wharf.port.Connections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes connections. */
@Command(
        name = "delete",
        description = "Deletes connections, after asking. Their packages remain, free for other connections.",
        footer = {"", "Example:", "  wharf connections delete quiet_river"})
public final class ConnectionsDelete implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The connections' ids.")
    private List<String> ids = List.of();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public ConnectionsDelete(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<ConnectionId> connectionIds = ids.stream().map(ConnectionId::new).toList();
        Deletions deletions = new Deletions(invocation, "connection");
        deletions.confirm(ids);
        try (OpenTarget target = invocation.open()) {
            Connections connections = target.account().connections();
            deletions.run(connectionIds, connections::delete);
        }
        return 0;
    }
}
