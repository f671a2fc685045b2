package dev.wharf.registry;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.integrity.ArchiveDownloads;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.catalog.PackageCatalog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal that a registry or a gateway keeps for all who deploy through it, as one caller sees it. */
final class HostedJournal implements DeployJournal {
    private static final int DEPLOYS = 100;
    private static final int ARCHIVES = 10;

    private final PackageCatalog catalog;
    private final ArchiveStore archives;
    private final Permissions permissions;
    private final Owners owners;

    HostedJournal(PackageCatalog catalog, ArchiveStore archives, Permissions permissions, Owners owners) {
        this.catalog = catalog;
        this.archives = archives;
        this.permissions = permissions;
        this.owners = owners;
    }

    /** One that has no connection yet could not be found again; it is written once it has. */
    @Override
    public void write(DeployRecord entry) {
        permissions.checkMayCreate();
        ConnectionId connection = entry.connectionId();
        if (connection == null) {
            return;
        }
        checkMayDeploy(connection, entry.packageId());
        DeployRecord signed = entry.by(permissions.user());
        catalog.change(change -> {
            Optional<DeployRecord> before = change.deploys().find(entry.id());
            if (before.isPresent() && !isSame(before.get(), signed)) {
                throw new ConflictException("Another deploy has this id.", "Give each deploy its own id.");
            }
            change.deploys().write(signed, DEPLOYS, ARCHIVES);
            return signed;
        });
    }

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return catalog.deploys().list(connection);
    }

    @Override
    public Optional<ArchiveDownload> openArchive(Sha256 sha256) {
        try {
            return catalog.archives().isDeployed(sha256)
                    ? archives.find(sha256).map(ArchiveDownloads::of)
                    : Optional.empty();
        } catch (IntegrityException changedOnDisk) {
            return Optional.empty();
        }
    }

    /** Others go back to what a journal names, so only those write about a connection who decide what it runs. */
    private void checkMayDeploy(ConnectionId connection, @Nullable PackageId packageId) {
        UserId owner = owners.of(connection);
        if (packageId != null && !permissions.mayChange(owner)) {
            permissions.checkMayChange(owners.of(packageId, connection), "connection");
        } else {
            permissions.checkMayChange(owner, "connection");
        }
    }

    private static boolean isSame(DeployRecord before, DeployRecord now) {
        return now.user() != null
                && now.user().equals(before.user())
                && now.connectionId() != null
                && now.connectionId().equals(before.connectionId());
    }
}
