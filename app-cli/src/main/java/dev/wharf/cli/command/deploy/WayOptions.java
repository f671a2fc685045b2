package dev.wharf.cli.command.deploy;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.failure.InvalidRequestException;
import picocli.CommandLine.Option;

/** How a connection that has a package gets another file. */
final class WayOptions {
    @Option(
            names = "--way",
            paramLabel = "WAY",
            description = "How a connection gets the new archive: in_place, repoint, shared or automatic. repoint"
                    + " creates a new package, and deletes the old one unless others run it. shared is"
                    + " --shared. automatic is in_place for your own package, else repoint. Default:"
                    + " automatic.")
    private Way way = Way.AUTOMATIC;

    @Option(
            names = "--shared",
            description = "Update the package in place, also for the other connections that run it. Without it,"
                    + " such a deploy stops before it sends anything.")
    private boolean shared;

    Way way() {
        if (shared && way == Way.REPOINT) {
            throw new InvalidRequestException("--shared and --way repoint exclude each other.", "Give one of them.");
        }
        return shared ? Way.SHARED : way;
    }
}
