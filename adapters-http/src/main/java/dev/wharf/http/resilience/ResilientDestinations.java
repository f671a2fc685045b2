package dev.wharf.http.resilience;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Destinations;

/** Destinations, with every call made as often as is safe. */
final class ResilientDestinations implements Destinations {
    private final Calls calls;

    ResilientDestinations(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Destination> list(PageRequest request) {
        return calls.call("list destinations", Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .destinations()
                .list(request));
    }

    @Override
    public Destination create(DestinationName name) {
        return calls.call("create a destination", Calls.WHEN_REFUSED, attempt -> attempt.account()
                .destinations()
                .create(name));
    }

    @Override
    public Destination retrieve(DestinationId id) {
        return calls.call("read destination " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .destinations()
                .retrieve(id));
    }

    @Override
    public Destination rename(DestinationId id, DestinationName name) {
        return calls.call("rename destination " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .destinations()
                .rename(id, name));
    }

    @Override
    public void delete(DestinationId id) {
        calls.call("delete destination " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            try {
                attempt.account().destinations().delete(id);
            } catch (NotFoundException gone) {
                if (!attempt.mayHaveHappened()) {
                    throw gone;
                }
            }
            return id;
        });
    }
}
