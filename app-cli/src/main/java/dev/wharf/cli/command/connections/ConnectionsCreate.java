package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.command.settings.SettingsOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a connection. */
@Command(
        name = "create",
        description = "Creates a connection that uses a package.",
        footer = {
            "",
            "Example:",
            "  wharf connections create --destination warehouse --connection weather --package happy_harmony"
        })
public final class ConnectionsCreate implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--destination", required = true, paramLabel = "D", description = "The destination, by name or id.")
    private String destination = "";

    @Option(
            names = {"--connection", "--name"},
            required = true,
            paramLabel = "C",
            description = "The connection's name, which is also its schema. It cannot change later.")
    private String name = "";

    @Option(names = "--package", paramLabel = "ID", description = "The package to use.")
    private @Nullable String packageId;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public ConnectionsCreate(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ConnectionName connectionName = new ConnectionName(name);
        ConnectionSettings asked = settings.read(packageId == null ? null : new PackageId(packageId), invocation);
        try (OpenTarget target = invocation.open()) {
            Connection made = invocation.interruption().shield(() -> target.account()
                    .connections()
                    .create(new NewConnection(
                            NamedDestination.findOrMake(target, destination).id(), connectionName, asked)));
            invocation.console().show(Views.document(made), () -> Views.lines(made));
            if (!settings.saysWhetherItRests()) {
                NewConnectionNote.of(made, invocation);
            }
        }
        return 0;
    }
}
