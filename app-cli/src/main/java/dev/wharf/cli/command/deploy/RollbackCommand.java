package dev.wharf.cli.command.deploy;

import dev.wharf.cli.command.connections.NamedConnection;
import dev.wharf.cli.command.project.ArchiveArgument;
import dev.wharf.cli.command.project.ProjectOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.DeployHistory;
import dev.wharf.deployment.DeployRequest;
import dev.wharf.deployment.DeployResult;
import dev.wharf.deployment.Deployment;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a connection run again what it ran before. */
@Command(
        name = "rollback",
        description = "Deploys what the connection ran before, byte for byte. Keeps the connection's settings.",
        footer = {
            "",
            "Examples:",
            "  wharf rollback weather",
            "  wharf rollback weather --to 3",
            "  wharf rollback weather --to 1f0c2a9d --from ~/checkouts/weather"
        })
public final class RollbackCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "CONNECTION", description = "The connection's name or id.")
    private String connection = "";

    @Option(names = "--destination", paramLabel = "D", description = "The connection's destination, by name or id.")
    private @Nullable String destination;

    @Option(
            names = "--to",
            paramLabel = "SHA256|N",
            description = "What to run: a number from wharf history, or a SHA-256 (the first 7 digits or more)."
                    + " Default: what ran before.")
    private @Nullable String to;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "The directory to build from, or the archive, if no copy exists. The SHA-256 must match.")
    private @Nullable Path from;

    @Option(names = "--test", description = "Run the connection's setup tests at the end. Exits with 9 if they fail.")
    private boolean test;

    @Mixin
    private final WayOptions way = new WayOptions();

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    @Mixin
    private final DryRunOptions dryRun = new DryRunOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public RollbackCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        dryRun.check();
        if (from == null) {
            projectOptions.refuse("a build with --from DIR");
        }
        try (OpenTarget target = invocation.open()) {
            Connection found = NamedConnection.find(target, connection, destination);
            List<DeployRecord> entries = KnownDeploys.of(target, found);
            Deploys deploys = new Deploys(invocation, target);
            Deployment deployment = deploys.deployment();
            Sha256 wanted = wanted(new DeployHistory(entries), () -> deployment.running(found));
            new DeployHistory(entries)
                    .ranWith(wanted)
                    .ifPresent(had -> ShownDeploy.warnOfOther(had, found, invocation));
            DeployRequest request = DeployRequest.of(DeployedTo.placeOf(found), found.name(), ConnectionSettings.NONE)
                    .to(found.id())
                    .by(way.way())
                    .testing(test)
                    .from(sourceOf(entries, wanted))
                    .asRollback();
            if (from != null) {
                try (StagedArchive staged = built(target, wanted)) {
                    int code = rollBack(deployment, staged, request);
                    deploys.keep(staged);
                    return code;
                }
            }
            return rollBack(deployment, kept(deployment, entries, wanted), request);
        }
    }

    private int rollBack(Deployment deployment, StoredArchive archive, DeployRequest request) {
        if (dryRun.isAsked()) {
            return dryRun.show(invocation.console(), deployment.plan(archive, request));
        }
        DeployResult result = ArchiveArgument.send(archive, invocation, sent -> deployment.deploy(sent, request));
        ShownDeploy.show(invocation.console(), result);
        return result.testsFailed() ? Deploys.TESTS_FAILED : 0;
    }

    private Sha256 wanted(DeployHistory history, Supplier<@Nullable Sha256> running) {
        return to == null ? history.before(running.get()) : history.named(to);
    }

    private StagedArchive built(OpenTarget target, Sha256 wanted) {
        Path tree = Objects.requireNonNull(from);
        StagedArchive staged = ArchiveArgument.stage(
                tree, projectOptions, invocation, target.deploys().files());
        if (!staged.sha256().equals(wanted)) {
            String found = staged.sha256().hex();
            staged.close();
            throw new NotFoundException(
                    Resource.OTHER,
                    (Files.isDirectory(tree) ? "The build of " + tree : tree.toString()) + " has the SHA-256 "
                            + found + ", not " + wanted
                            + ".",
                    "Check out the version that was deployed then, or deploy this one instead.");
        }
        return staged;
    }

    private static StoredArchive kept(Deployment deployment, List<DeployRecord> entries, Sha256 wanted) {
        return deployment.earlier(wanted).orElseThrow(() -> {
            SourceRevision source = sourceOf(entries, wanted);
            return new NotFoundException(
                    Resource.OTHER,
                    wanted + " exists neither on this machine nor in a package of the account.",
                    "Build it again" + " with --from DIR"
                            + (source == null ? "." : ", from commit " + source.commit() + "."));
        });
    }

    private static @Nullable SourceRevision sourceOf(List<DeployRecord> entries, Sha256 sha256) {
        return entries.stream()
                .filter(entry -> entry.to().equals(sha256) && entry.source() != null)
                .reduce((earlier, later) -> later)
                .map(DeployRecord::source)
                .orElse(null);
    }
}
