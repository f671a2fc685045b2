package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.command.settings.SettingsOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.PackageId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a connection. */
@Command(
        name = "update",
        description = "Updates a connection. Settings that you do not name keep their values.",
        footer = {"", "Example:", "  wharf connections update quiet_river --package happy_harmony --no-paused"})
public final class ConnectionsUpdate implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "The connection's id.")
    private String id = "";

    @Option(names = "--package", paramLabel = "ID", description = "The package to use.")
    private @Nullable String packageId;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public ConnectionsUpdate(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ConnectionId connectionId = new ConnectionId(id);
        ConnectionSettings asked = settings.read(packageId == null ? null : new PackageId(packageId), invocation);
        if (asked.equals(ConnectionSettings.NONE)) {
            throw new InvalidRequestException("There is nothing to change.", "Name a package or a setting.");
        }
        try (OpenTarget target = invocation.open()) {
            Connection changed = invocation
                    .interruption()
                    .shield(() -> target.account().connections().update(connectionId, asked));
            invocation.console().show(Views.document(changed), () -> Views.lines(changed));
        }
        return 0;
    }
}
