package dev.wharf.cli.command.destinations;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a destination. */
@Command(
        name = "create",
        description = "Creates a destination.",
        footer = {"", "Example:", "  wharf destinations create warehouse"})
public final class DestinationsCreate implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", description = "The destination's name.")
    private String name = "";

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public DestinationsCreate(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DestinationName destinationName = new DestinationName(name);
        try (OpenTarget target = invocation.open()) {
            Destination made = invocation
                    .interruption()
                    .shield(() -> target.account().destinations().create(destinationName));
            invocation.console().show(Views.document(made), () -> Views.destinations(List.of(made))
                    .lines());
        }
        return 0;
    }
}
