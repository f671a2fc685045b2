package dev.wharf.cli.command.deploy;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.failure.InvalidRequestException;
import picocli.CommandLine.Option;

/** How a connection that has a package gets another file. */
final class WayOptions {
    @Option(
            names = "--way",
            paramLabel = "WAY",
            description =
                    "How a connection that has a package gets another file: in_place, repoint (a new package; the old"
                            + " one is deleted, unless others run it), shared (as --shared), or automatic: in place where"
                            + " the package is ours. Default: automatic.")
    private Way way = Way.AUTOMATIC;

    @Option(
            names = "--shared",
            description = "Replace the package's file in place though other connections run it too: theirs changes as"
                    + " well. Without it, such a deploy stops before anything is sent.")
    private boolean shared;

    Way way() {
        if (shared && way == Way.REPOINT) {
            throw new InvalidRequestException(
                    "--shared changes a package in place, and --way repoint leaves it: give one" + " of them.");
        }
        return shared ? Way.SHARED : way;
    }
}
