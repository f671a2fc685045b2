package dev.wharf.registry;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.PackageId;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.catalog.PackageCatalog;
import org.jspecify.annotations.Nullable;

/** Whose things are: what a journal must know to tell who may write about a deploy. */
public interface Owners {
    /**
     * Whose a connection is.
     *
     * @param connection the connection
     * @return its owner; null if that is not known
     */
    @Nullable
    UserId of(ConnectionId connection);

    /**
     * Whose a package is, if a connection runs it.
     *
     * @param packageId the package
     * @param runBy the connection
     * @return the owner; null if the connection does not run it, or if that is not known
     */
    @Nullable
    UserId of(PackageId packageId, ConnectionId runBy);

    /**
     * The journal that a registry or a gateway keeps for all who deploy through it.
     *
     * @param catalog where the entries are
     * @param archives where the archives are that entries name
     * @param permissions what the caller may do
     * @return the journal as that caller sees it
     */
    default DeployJournal journal(PackageCatalog catalog, ArchiveStore archives, Permissions permissions) {
        return new HostedJournal(catalog, archives, permissions, this);
    }
}
