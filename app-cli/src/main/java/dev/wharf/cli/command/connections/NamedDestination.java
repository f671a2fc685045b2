package dev.wharf.cli.command.connections;

import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.AccountNames;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import java.util.Optional;

/** A destination as a user names it: by its name or by its id. */
public final class NamedDestination {
    private NamedDestination() {}

    public static Destination find(OpenTarget target, String text) {
        return new AccountNames(target.account()).destination(text);
    }

    static Destination findOrMake(OpenTarget target, String text) {
        AccountNames names = new AccountNames(target.account());
        Optional<Destination> found = names.findDestination(text);
        if (found.isEmpty() && target.makesDestinations()) {
            return target.account().destinations().create(new DestinationName(text));
        }
        return found.orElseGet(() -> names.destination(text));
    }
}
