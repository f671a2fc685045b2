package dev.wharf.cli.command.deploy;

import dev.wharf.cli.command.connections.NewConnectionNote;
import dev.wharf.cli.command.connections.SyncOptions;
import dev.wharf.cli.command.project.ArchiveArgument;
import dev.wharf.cli.command.project.ProjectOptions;
import dev.wharf.cli.command.settings.OptionsFileOptions;
import dev.wharf.cli.command.settings.OptionsProfile;
import dev.wharf.cli.command.settings.SettingsOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.DeployPlan;
import dev.wharf.deployment.DeployRequest;
import dev.wharf.deployment.DeployResult;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.Deployment;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.port.StagedArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a connector to work. */
@Command(
        name = "deploy",
        description = "Builds a connector, uploads it if it changed, and binds it to a connection. Undoes its"
                + " changes if it fails.",
        footer = {
            "",
            "Examples:",
            "  wharf deploy examples/weather --destination warehouse --connection weather",
            "  wharf deploy --destination warehouse --connection weather --configuration prod.json",
            "  wharf deploy --destination warehouse --connection weather --dry-run"
        })
public final class DeployCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The directory that holds connector.py, or an archive. Default: the current directory.")
    private Path path = Path.of(".");

    @Mixin
    private final DeployedTo to = new DeployedTo();

    @Mixin
    private final WayOptions way = new WayOptions();

    @Option(names = "--test", description = "Run the connection's setup tests at the end. Exits with 9 if they fail.")
    private boolean test;

    @Option(
            names = "--sync",
            description = "Start a sync of the connection at the end. With --wait, wait until" + " it has ended.")
    private boolean sync;

    @Mixin
    private final SyncOptions syncing = new SyncOptions();

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Mixin
    private final OptionsFileOptions options = new OptionsFileOptions();

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    @Mixin
    private final DryRunOptions dryRun = new DryRunOptions();

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
        OptionsProfile profile = options.read(invocation);
        to.check(invocation, profile);
        dryRun.check();
        syncing.check();
        if (syncing.isWaiting() && !sync) {
            throw new InvalidRequestException("--wait needs --sync.", "Add --sync.");
        }
        DeployRequest.Way chosen = way.way();
        ConnectionSettings asked = settings.readWithEnvironment(invocation, path, profile);
        projectOptions.runUnder(asked.pythonVersion());
        DeployedSource source = DeployedSource.of(invocation.surroundings(), path);
        try (OpenTarget target = invocation.open()) {
            return deploy(
                    target,
                    to.request(invocation, target, asked)
                            .by(chosen)
                            .testing(test)
                            .from(source.revision()),
                    source);
        }
    }

    private int deploy(OpenTarget target, DeployRequest request, DeployedSource source) {
        Deploys deploys = new Deploys(invocation, target);
        Deployment deployment = deploys.deployment();
        try (StagedArchive staged = ArchiveArgument.stage(
                path, projectOptions, invocation, target.deploys().files())) {
            if (dryRun.isAsked()) {
                DeployPlan plan = deployment.plan(staged, request);
                if (plan.outcome() == Outcome.CREATED && !settings.saysWhetherItRests()) {
                    NewConnectionNote.planned(invocation);
                }
                if (sync) {
                    invocation.console().note("Wharf would start a sync at the end (--sync).");
                }
                return dryRun.show(invocation.console(), plan);
            }
            if (settings.hasConfiguration()) {
                confirmKeys(deployment.plan(staged, request));
            }
            DeployResult result =
                    ArchiveArgument.send(staged, invocation, archive -> deployment.deploy(archive, request));
            deploys.keep(staged);
            ShownDeploy.show(invocation.console(), result);
            source.explain(result.outcome(), invocation.console());
            if (result.outcome() == Outcome.CREATED && !settings.saysWhetherItRests()) {
                NewConnectionNote.of(result.connection(), invocation);
            }
            if (result.outcome() == Outcome.CREATED && leftAConfigurationAside()) {
                invocation.console().note("configuration.json was not used.");
                invocation
                        .console()
                        .hint("To send it, add --configuration " + path.resolve("configuration.json") + ".");
            }
            if (result.testsFailed()) {
                return Deploys.TESTS_FAILED;
            }
            return sync
                    ? syncing.runAfter(invocation, target, result.connection().id())
                    : 0;
        }
    }

    /** Says which keys come and go; that one goes may be a mistake in the file. */
    private void confirmKeys(DeployPlan plan) {
        if (plan.connection() == null) {
            return;
        }
        ShownDeploy.keys(plan.keys()).forEach(invocation.console()::note);
        if (!plan.keys().removed().isEmpty()) {
            invocation.confirm(
                    "The configuration loses " + String.join(", ", plan.keys().removed()) + ". Continue?");
        }
    }

    private boolean leftAConfigurationAside() {
        return !settings.hasConfiguration() && Files.exists(path.resolve("configuration.json"));
    }
}
