package dev.wharf.testkit.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import dev.wharf.port.catalog.DeployRecords;
import dev.wharf.testkit.catalog.Tables.KeptDeploy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Deploys in memory. */
record KeptDeploys(Supplier<Tables> tables) implements DeployRecords.Change {
    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return tables.get()
                .deploys()
                .all()
                .map(KeptDeploy::entry)
                .filter(entry -> connection.equals(entry.connectionId()))
                .toList();
    }

    @Override
    public Optional<DeployRecord> find(String id) {
        return tables.get().deploys().find(id).map(KeptDeploy::entry);
    }

    @Override
    public void write(DeployRecord entry, int deploys, int archives) {
        Table<String, KeptDeploy> table = tables.get().deploys();
        boolean keeps = table.find(entry.id()).map(KeptDeploy::keepsArchives).orElse(true);
        table.put(entry.id(), new KeptDeploy(entry, keeps));
        List<DeployRecord> all = list(Objects.requireNonNull(entry.connectionId()));
        all.subList(0, Math.max(0, all.size() - archives))
                .forEach(old -> table.replace(old.id(), new KeptDeploy(old, false)));
        all.subList(0, Math.max(0, all.size() - deploys)).forEach(old -> table.remove(old.id()));
    }
}
