package dev.wharf.testkit;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.port.DeployJournal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal that is gone with the process. */
public final class InMemoryJournal implements DeployJournal {
    private final Map<String, DeployRecord> written = new LinkedHashMap<>();

    /** An empty journal. */
    public InMemoryJournal() {}

    @Override
    public synchronized void write(DeployRecord entry) {
        written.put(entry.id(), entry);
    }

    @Override
    public synchronized List<DeployRecord> list(ConnectionId connection) {
        return written.values().stream()
                .filter(entry -> connection.equals(entry.connectionId()))
                .toList();
    }

    @Override
    public synchronized List<DeployRecord> listWithoutConnection(ConnectionName name) {
        return written.values().stream()
                .filter(entry ->
                        entry.connectionId() == null && entry.connectionName().equals(name))
                .toList();
    }
}
