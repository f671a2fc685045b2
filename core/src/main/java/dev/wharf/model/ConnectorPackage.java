package dev.wharf.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account knows of one uploaded connector archive.
 *
 * @param id names the package, for ever
 * @param connectionId the connection that uses it; null while it is unbound. Where one package may serve several
 *     connections this is the first of them
 * @param createdBy who uploaded it first, and so owns it
 * @param lastUpdatedBy who uploaded its present file
 * @param createdAt when it was uploaded first
 * @param updatedAt when its present file was uploaded
 * @param sha256 the hash of exactly the uploaded bytes; null if the account does not tell
 */
public record ConnectorPackage(
        PackageId id,
        @Nullable ConnectionId connectionId,
        UserId createdBy,
        UserId lastUpdatedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Sha256 sha256) {

    /**
     * Whether a connection uses this package now.
     *
     * @return true while bound
     */
    public boolean isBound() {
        return connectionId != null;
    }
}
