package dev.wharf.jdbc;

import dev.wharf.port.catalog.PackageCatalog;

/** All subjects over one way to run statements. */
record JdbcRecords(
        PackageRows packages,
        ArchiveRows archives,
        DestinationRows destinations,
        ConnectionRows connections,
        SecretRows secrets,
        SyncRows syncs,
        DeployRows deploys,
        BegunRows begun,
        UploadRows uploads,
        AuditRows audit)
        implements PackageCatalog.Change {
    static JdbcRecords over(Statements statements) {
        return new JdbcRecords(
                new PackageRows(statements),
                new ArchiveRows(statements),
                new DestinationRows(statements),
                new ConnectionRows(statements),
                new SecretRows(statements),
                new SyncRows(statements),
                new DeployRows(statements),
                new BegunRows(statements),
                new UploadRows(statements),
                new AuditRows(statements));
    }
}
