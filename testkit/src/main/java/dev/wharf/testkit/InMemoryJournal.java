package dev.wharf.testkit;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Sha256;
import dev.wharf.port.DeployJournal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    @Override
    public synchronized Optional<List<DeployRecord>> listBegun(Sha256 to) {
        return Optional.of(written.values().stream()
                .filter(entry -> entry.state() == State.BEGUN && entry.to().equals(to))
                .toList());
    }
}
