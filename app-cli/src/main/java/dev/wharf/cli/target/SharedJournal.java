package dev.wharf.cli.target;

import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.DeployJournal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** This machine's journal, and the account's where it keeps one: there are the deploys of others too. */
final class SharedJournal implements DeployJournal {
    private final DeployJournal own;
    private final DeployJournal shared;
    private final Consumer<String> warnings;

    SharedJournal(DeployJournal own, DeployJournal shared, Consumer<String> warnings) {
        this.own = own;
        this.shared = shared;
        this.warnings = warnings;
    }

    /** What is written here is written, whether the account takes it or not. */
    @Override
    public void write(DeployRecord entry) {
        own.write(entry);
        try {
            shared.write(entry);
        } catch (WharfException e) {
            warnings.accept("The server did not record this deploy. " + e.getMessage());
        }
    }

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        Map<String, DeployRecord> entries = new LinkedHashMap<>();
        own.list(connection).forEach(entry -> entries.put(entry.id(), entry));
        // The server knows better who deployed, but may lack what was written here last; what it no longer remembers
        // stays.
        shared.list(connection)
                .forEach(theirs -> entries.merge(
                        theirs.id(), theirs, (ours, same) -> same.user() == null ? ours : ours.by(same.user())));
        List<DeployRecord> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparing(DeployRecord::at));
        return inOrder;
    }

    @Override
    public List<DeployRecord> listWithoutConnection(ConnectionName name) {
        return own.listWithoutConnection(name);
    }

    @Override
    public Optional<ArchiveDownload> openArchive(Sha256 sha256) {
        return shared.openArchive(sha256);
    }

    /** The account's journal goes by connections. */
    @Override
    public Optional<List<DeployRecord>> listBegun(Sha256 to) {
        return own.listBegun(to);
    }
}
