package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.CancelledException;
import dev.wharf.cli.console.ExitCode;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.DeployListener;
import dev.wharf.deployment.DeployStep;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.RunSetupTests;
import dev.wharf.deployment.Deployment;
import dev.wharf.failure.WharfException;
import dev.wharf.port.StagedArchive;
import java.time.InstantSource;

/** What {@code deploy} and {@code rollback} have in common. */
final class Deploys {
    /** The exit code of a deploy whose setup tests failed. */
    static final int TESTS_FAILED = ExitCode.TESTS_FAILED.number();

    private final Invocation invocation;
    private final OpenTarget target;

    Deploys(Invocation invocation, OpenTarget target) {
        this.invocation = invocation;
        this.target = target;
        invocation.interruption().standing().mendsItself();
    }

    Deployment deployment() {
        return new Deployment(
                target.account(),
                target.deploys().files(),
                target.deploys().journal(),
                InstantSource.system(),
                new Watched());
    }

    /** Keeps what was deployed, so that it can run again. */
    void keep(StagedArchive staged) {
        invocation.interruption().standing().reached("The deploy is complete.");
        try {
            staged.publish();
            target.deploys().trim();
        } catch (WharfException e) {
            invocation.console().warn("The archive could not be stored for a rollback. " + e.getMessage());
        }
    }

    /** Tells what a person should know, and stops between two steps when the user wants no more. */
    private final class Watched implements DeployListener {
        @Override
        public void begins(DeployStep step) {
            boolean allIsDone = step instanceof DeletePrevious || step instanceof RunSetupTests;
            if (!allIsDone && invocation.interruption().isRequested()) {
                throw new CancelledException("Interrupted.");
            }
            String line = ShownStep.of(step).line();
            invocation.interruption().standing().begins(line);
            if (invocation.options().isVerbose()) {
                invocation.console().note(line);
            }
        }

        @Override
        public void failed(boolean asBefore) {
            if (!asBefore) {
                invocation
                        .interruption()
                        .standing()
                        .reached("Wharf could not undo everything. Run the same command again. It continues from"
                                + " what this one left.");
            }
        }

        @Override
        public void remarks(String text) {
            invocation.console().warn(text);
        }
    }
}
