package dev.wharf.http.resilience;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;

/** Connections, with every call made as often as is safe. A creation whose answer was lost is not: its name tells whether it was made. */
final class ResilientConnections implements Connections {
    private final Calls calls;

    ResilientConnections(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        return calls.call("list connections", Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .connections()
                .list(filter, request));
    }

    @Override
    public Connection create(NewConnection connection) {
        return calls.call("create a connection", Calls.WHEN_REFUSED, attempt -> attempt.account()
                .connections()
                .create(connection));
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return calls.call("read connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .connections()
                .retrieve(id));
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        return calls.call("update connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .connections()
                .update(id, settings));
    }

    @Override
    public void delete(ConnectionId id) {
        calls.call("delete connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            try {
                attempt.account().connections().delete(id);
            } catch (NotFoundException gone) {
                if (!attempt.mayHaveHappened()) {
                    throw gone;
                }
            }
            return id;
        });
    }

    @Override
    public Connection test(ConnectionId id) {
        return calls.call("test connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .connections()
                .test(id));
    }

    @Override
    public void sync(ConnectionId id, boolean force) {
        calls.call("sync connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            attempt.account().connections().sync(id, force);
            return id;
        });
    }

    /** One more would begin everything anew once more. */
    @Override
    public void resync(ConnectionId id, Fields asked) {
        calls.call("resync connection " + id, Calls.WHEN_REFUSED, attempt -> {
            attempt.account().connections().resync(id, asked);
            return id;
        });
    }

    @Override
    public Fields changeState(ConnectionId id, Fields state) {
        return calls.call("change the state of connection " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .connections()
                .changeState(id, state));
    }
}
