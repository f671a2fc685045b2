package dev.wharf.cli.command.destinations;

import dev.wharf.cli.command.Deletions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.DestinationId;
import dev.wharf.port.Destinations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes destinations. */
@Command(
        name = "delete",
        description = "Deletes destinations without connections, after asking.",
        footer = {"", "Example:", "  wharf destinations delete amber_harbor"})
public final class DestinationsDelete implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The destinations' ids.")
    private List<String> ids = List.of();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public DestinationsDelete(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<DestinationId> destinationIds =
                ids.stream().map(DestinationId::new).toList();
        Deletions deletions = new Deletions(invocation, "destination");
        deletions.confirm(ids);
        try (OpenTarget target = invocation.open()) {
            Destinations destinations = target.account().destinations();
            deletions.run(destinationIds, destinations::delete);
        }
        return 0;
    }
}
