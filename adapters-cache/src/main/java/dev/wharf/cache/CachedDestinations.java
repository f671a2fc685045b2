package dev.wharf.cache;

import dev.wharf.cache.Key.Kind;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Destinations;

/** The destinations of a cached account. */
final class CachedDestinations implements Destinations {
    private final Destinations destinations;
    private final Answers answers;
    private final Reader reader;

    CachedDestinations(Destinations destinations, Answers answers, ReadTerms terms) {
        this.destinations = destinations;
        this.answers = answers;
        this.reader = new Reader(answers, terms);
    }

    @Override
    public Page<Destination> list(PageRequest request) {
        return reader.page(new Key(Kind.DESTINATIONS, request), () -> destinations.list(request), d -> key(d.id()));
    }

    @Override
    public Destination create(DestinationName name) {
        return answers.changing(CachedDestinations::isAffected, () -> destinations.create(name));
    }

    @Override
    public Destination retrieve(DestinationId id) {
        return reader.one(key(id), () -> destinations.retrieve(id), Destination.class);
    }

    @Override
    public Destination rename(DestinationId id, DestinationName name) {
        return answers.changing(CachedDestinations::isAffected, () -> destinations.rename(id, name));
    }

    @Override
    public void delete(DestinationId id) {
        answers.changing(CachedDestinations::isAffected, () -> {
            destinations.delete(id);
            return id;
        });
        answers.keepMissing(
                key(id),
                new NotFoundException(
                        Resource.DESTINATION, "Destination (group) not found: " + id + ". It was deleted."));
    }

    private static boolean isAffected(Key key) {
        return key.kind() == Kind.DESTINATION || key.kind() == Kind.DESTINATIONS;
    }

    private static Key key(DestinationId id) {
        return new Key(Kind.DESTINATION, id);
    }
}
