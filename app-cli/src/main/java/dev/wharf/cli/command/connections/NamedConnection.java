package dev.wharf.cli.command.connections;

import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.AccountNames;
import dev.wharf.model.Connection;
import dev.wharf.model.DestinationId;
import org.jspecify.annotations.Nullable;

/** A connection as a user names it: by its name or by its id. */
public final class NamedConnection {
    private NamedConnection() {}

    /** Finds it, among those of a destination if one is named. */
    public static Connection find(OpenTarget target, String text, @Nullable String destination) {
        return new AccountNames(target.account()).connection(text, destinationId(target, destination));
    }

    private static @Nullable DestinationId destinationId(OpenTarget target, @Nullable String destination) {
        return destination == null
                ? null
                : NamedDestination.find(target, destination).id();
    }
}
