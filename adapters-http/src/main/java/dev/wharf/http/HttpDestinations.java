package dev.wharf.http;

import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.ToldGroup;
import dev.wharf.http.wire.NewGroupBody;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Destinations;
import io.micronaut.http.HttpMethod;

/** The destinations of an account over the REST API, which calls them groups. */
final class HttpDestinations implements Destinations {
    private static final String PATH = "/v1/groups";

    private final RestClient client;

    HttpDestinations(RestClient client) {
        this.client = client;
    }

    @Override
    public Page<Destination> list(PageRequest request) {
        return client.list(PATH, request, ToldGroup::read);
    }

    @Override
    public Destination create(DestinationName name) {
        NewGroupBody body = new NewGroupBody(name.value());
        return client.send(HttpMethod.POST, PATH, body, ToldGroup::read, Attempt.CALL, name.value());
    }

    @Override
    public Destination retrieve(DestinationId id) {
        return client.get(PATH + "/" + ApiPath.segment(id), ToldGroup::read);
    }

    @Override
    public Destination rename(DestinationId id, DestinationName name) {
        NewGroupBody body = new NewGroupBody(name.value());
        return client.send(
                HttpMethod.PATCH, PATH + "/" + ApiPath.segment(id), body, ToldGroup::read, Attempt.CALL, id.value());
    }

    @Override
    public void delete(DestinationId id) {
        client.delete(PATH + "/" + ApiPath.segment(id), Attempt.CALL, id.value());
    }
}
