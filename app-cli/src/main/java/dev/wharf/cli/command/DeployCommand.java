package dev.wharf.cli.command;

import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.DeployRequest;
import dev.wharf.deployment.DeployResult;
import dev.wharf.deployment.Deployment;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a connector to work. */
@Command(
        name = "deploy",
        description =
                "Builds a connector, uploads it if it is new, and has a connection use it. Doing it again changes nothing.",
        footer = {
            "",
            "Examples:",
            "  wharf deploy examples/weather --destination warehouse --connection weather",
            "  wharf deploy --destination warehouse --connection weather --configuration prod.json"
        })
public final class DeployCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The directory that holds connector.py, or an archive. Default: this directory.")
    private Path path = Path.of(".");

    @Option(names = "--destination", required = true, paramLabel = "D", description = "The destination's name.")
    private String destination = "";

    @Option(
            names = "--connection",
            required = true,
            paramLabel = "C",
            description = "The connection's name, which is also its schema. It is made if it is not there.")
    private String connection = "";

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public DeployCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DestinationName destinationName = new DestinationName(destination);
        ConnectionName connectionName = new ConnectionName(connection);
        var asked = settings.read(null);
        try (OpenTarget target = invocation.open()) {
            DeployRequest request =
                    new DeployRequest(destinationName, connectionName, asked, target.makesDestinations());
            Deployment deployment = new Deployment(target.account());
            DeployResult result = ArchiveArgument.use(
                    path,
                    projectOptions,
                    invocation,
                    target.archives(),
                    archive -> deployment.deploy(archive, request));
            show(result);
        }
        return 0;
    }

    private void show(DeployResult result) {
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        invocation.console().show(document(outcome, result), () -> Table.fields()
                .row("Outcome", outcome)
                .row("Package", result.connectorPackage().id())
                .row("Connection", result.connection().id())
                .row("SHA-256", result.sha256())
                .lines());
        if (result.outcome() == DeployResult.Outcome.CREATED && leftAConfigurationAside()) {
            invocation
                    .console()
                    .note("configuration.json was not used. To set it: --configuration "
                            + path.resolve("configuration.json"));
        }
    }

    private boolean leftAConfigurationAside() {
        return !settings.hasConfiguration() && Files.exists(path.resolve("configuration.json"));
    }

    private static Map<String, @Nullable Object> document(String outcome, DeployResult result) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("outcome", outcome);
        document.put("package_id", result.connectorPackage().id());
        document.put("connection_id", result.connection().id());
        document.put("file_sha256_hash", result.sha256());
        return document;
    }
}
