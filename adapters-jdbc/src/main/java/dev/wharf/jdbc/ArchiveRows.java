package dev.wharf.jdbc;

import dev.wharf.model.Sha256;
import dev.wharf.port.catalog.ArchiveReferences;
import java.time.Instant;

/** The archives that packages refer to, or did, and those that deploys name. */
record ArchiveRows(Statements statements) implements ArchiveReferences.Change {
    static final String REFERS = "SELECT 1 FROM packages WHERE sha256 = ? LIMIT 1";
    static final String NEEDS =
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM packages WHERE sha256 = ?)
                OR EXISTS (SELECT 1 FROM releases WHERE sha256 = ? AND released_at >= ?)
            """;
    static final String DEPLOYED =
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM deploys WHERE to_sha256 = ? AND keeps = ?)
                OR EXISTS (SELECT 1 FROM deploys WHERE from_sha256 = ? AND keeps = ?)
            """;

    @Override
    public boolean isNeeded(Sha256 sha256, Instant cutoff) {
        return statements.exists(NEEDS, sha256, sha256, cutoff) || isDeployed(sha256);
    }

    @Override
    public boolean isDeployed(Sha256 sha256) {
        return statements.exists(DEPLOYED, sha256, true, sha256, true);
    }

    /** Notes since when no package refers to an archive, if that is so. */
    void release(Sha256 sha256, Instant at) {
        if (!statements.exists(REFERS, sha256)) {
            statements.update(
                    """
                    INSERT INTO releases (sha256, released_at) VALUES (?, ?)
                    ON CONFLICT (sha256) DO UPDATE SET released_at = excluded.released_at
                    """,
                    sha256,
                    at);
        }
    }

    @Override
    public void forget(Sha256 sha256) {
        statements.update("DELETE FROM releases WHERE sha256 = ?", sha256);
    }
}
