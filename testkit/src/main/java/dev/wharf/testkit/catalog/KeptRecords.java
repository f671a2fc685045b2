package dev.wharf.testkit.catalog;

import dev.wharf.port.catalog.PackageCatalog;
import java.util.function.Supplier;

/** All subjects in memory. */
record KeptRecords(
        KeptPackages packages,
        KeptArchives archives,
        KeptDestinations destinations,
        KeptConnections connections,
        KeptSecrets secrets,
        KeptSyncs syncs,
        KeptDeploys deploys,
        KeptBegun begun,
        KeptUploads uploads,
        KeptAudit audit)
        implements PackageCatalog.Change {
    static KeptRecords in(Supplier<Tables> tables) {
        return new KeptRecords(
                new KeptPackages(tables),
                new KeptArchives(tables),
                new KeptDestinations(tables),
                new KeptConnections(tables),
                new KeptSecrets(tables),
                new KeptSyncs(tables),
                new KeptDeploys(tables),
                new KeptBegun(tables),
                new KeptUploads(tables),
                new KeptAudit(tables));
    }
}
