package dev.wharf.cli.command;

import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection as a user names it: by its name or by its id. */
final class NamedConnection {
    private NamedConnection() {}

    /** Finds it, among those of a destination if one is named. */
    static Connection find(OpenTarget target, String text, @Nullable String destination) {
        DestinationId destinationId = destination == null
                ? null
                : NamedDestination.find(target, destination).id();
        List<Connection> named = byName(target, text, destinationId);
        if (named.size() > 1) {
            throw new InvalidRequestException("There are " + named.size() + " connections named " + text
                    + ": name the destination too (--destination), or give the connection's id.");
        }
        return named.stream()
                .findFirst()
                .or(() -> byId(target, text))
                .orElseThrow(
                        () -> new NotFoundException(Resource.CONNECTION, "There is no connection '" + text + "'."));
    }

    private static List<Connection> byName(OpenTarget target, String text, @Nullable DestinationId destinationId) {
        ConnectionFilter filter;
        try {
            filter = new ConnectionFilter(destinationId, new ConnectionName(text));
        } catch (InvalidRequestException noName) {
            return List.of();
        }
        return Page.collectAll(page -> target.account().connections().list(filter, page));
    }

    private static Optional<Connection> byId(OpenTarget target, String text) {
        try {
            return Optional.of(target.account().connections().retrieve(new ConnectionId(text)));
        } catch (NotFoundException | InvalidRequestException e) {
            return Optional.empty();
        }
    }
}
