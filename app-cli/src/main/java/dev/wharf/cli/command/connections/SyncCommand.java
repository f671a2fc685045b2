package dev.wharf.cli.command.connections;

import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a connection sync now. */
@Command(
        name = "sync",
        description = "Starts a sync of a connection now. Waits for its end with --wait.",
        footer = {"", "Examples:", "  wharf sync weather", "  wharf sync weather --wait --wait-for 30m"})
public final class SyncCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "CONNECTION", description = "The connection's name or id.")
    private String connection = "";

    @Option(names = "--destination", paramLabel = "D", description = "The connection's destination, by name or id.")
    private @Nullable String destination;

    @Mixin
    private final SyncOptions options = new SyncOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public SyncCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        options.check();
        try (OpenTarget target = invocation.open()) {
            return options.run(
                    invocation,
                    target,
                    NamedConnection.find(target, connection, destination).id());
        }
    }
}
