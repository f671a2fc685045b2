package dev.wharf.cli.command;

import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import java.util.List;
import java.util.Optional;

/** A destination as a user names it: by its name or by its id. */
final class NamedDestination {
    private NamedDestination() {}

    static Destination find(OpenTarget target, String text) {
        List<Destination> all = Page.collectAll(target.account().destinations()::list);
        return match(all, text).orElseThrow(() -> notFound(all, text));
    }

    static Destination findOrMake(OpenTarget target, String text) {
        List<Destination> all = Page.collectAll(target.account().destinations()::list);
        return match(all, text).orElseGet(() -> {
            if (target.makesDestinations()) {
                return target.account().destinations().create(new DestinationName(text));
            }
            throw notFound(all, text);
        });
    }

    private static Optional<Destination> match(List<Destination> all, String text) {
        List<Destination> named =
                all.stream().filter(d -> d.name().value().equals(text)).toList();
        if (named.size() > 1) {
            throw new InvalidRequestException("There are " + named.size() + " destinations named '" + text
                    + "': give the id of the one you mean: "
                    + String.join(", ", named.stream().map(d -> d.id().value()).toList())
                    + ".");
        }
        return named.stream()
                .findFirst()
                .or(() -> all.stream().filter(d -> d.id().value().equals(text)).findFirst());
    }

    private static NotFoundException notFound(List<Destination> all, String text) {
        return new NotFoundException(
                Resource.DESTINATION,
                "There is no destination '" + text + "'. "
                        + (all.isEmpty()
                                ? "The account has none."
                                : "Choose one of: "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(d -> d.name().value())
                                                        .sorted()
                                                        .toList())
                                        + "."));
    }
}
