package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.ExitCode;
import dev.wharf.deployment.DeployPlan;
import dev.wharf.failure.InvalidRequestException;
import picocli.CommandLine.Option;

/** Showing what would be done instead of doing it. */
final class DryRunOptions {
    private static final int CHANGES = ExitCode.CHANGES.number();

    @Option(names = "--dry-run", description = "Show the calls that Wharf would make, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--detailed-exitcode",
            description = "With --dry-run, exit with 10 if something would change, with 0 if not.")
    private boolean detailed;

    /** Refuses what means nothing by itself, before anything is opened: a job would take its plan for its deploy's code. */
    void check() {
        if (detailed && !dryRun) {
            throw new InvalidRequestException(
                    "--detailed-exitcode needs --dry-run.", "Add --dry-run, or leave out --detailed-exitcode.");
        }
    }

    boolean isAsked() {
        return dryRun;
    }

    /** Shows a plan, and tells the exit code. */
    int show(Console console, DeployPlan plan) {
        ShownDeploy.show(console, plan);
        return detailed && !plan.steps().isEmpty() ? CHANGES : 0;
    }
}
