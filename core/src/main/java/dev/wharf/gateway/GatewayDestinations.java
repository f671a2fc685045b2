package dev.wharf.gateway;

import static dev.wharf.gateway.Upstream.ask;

import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Destinations;
import dev.wharf.registry.Permissions;

/** The destinations of the account behind a gateway, as one caller sees them. */
final class GatewayDestinations implements Destinations {
    private final Destinations reads;
    private final Destinations writes;
    private final Permissions permissions;
    private final Recorder recorder;

    GatewayDestinations(Destinations reads, Destinations writes, Permissions permissions, Recorder recorder) {
        this.reads = reads;
        this.writes = writes;
        this.permissions = permissions;
        this.recorder = recorder;
    }

    @Override
    public Page<Destination> list(PageRequest request) {
        return ask(() -> reads.list(request));
    }

    @Override
    public Destination create(DestinationName name) {
        permissions.checkMayCreate();
        return ask(() -> {
            Destination made = writes.create(name);
            recorder.made(Action.DESTINATION_CREATED, made.id().value(), null, null, null);
            return made;
        });
    }

    @Override
    public Destination retrieve(DestinationId id) {
        return ask(() -> reads.retrieve(id));
    }

    @Override
    public Destination rename(DestinationId id, DestinationName name) {
        permissions.checkIsAdmin("rename a destination");
        return ask(() -> {
            Destination renamed = writes.rename(id, name);
            recorder.made(Action.DESTINATION_RENAMED, id.value(), null, null, null);
            return renamed;
        });
    }

    @Override
    public void delete(DestinationId id) {
        permissions.checkIsAdmin("delete a destination");
        ask(() -> {
            writes.delete(id);
            recorder.made(Action.DESTINATION_DELETED, id.value(), null, null, null);
            return id;
        });
    }
}
