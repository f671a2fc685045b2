package dev.wharf.testkit.catalog;

import dev.wharf.model.Sha256;
import dev.wharf.port.catalog.ArchiveReferences;
import dev.wharf.testkit.catalog.Tables.KeptDeploy;
import java.time.Instant;
import java.util.function.Supplier;

/** Which archives are needed, from what is in memory. */
record KeptArchives(Supplier<Tables> tables) implements ArchiveReferences.Change {
    @Override
    public boolean isNeeded(Sha256 sha256, Instant cutoff) {
        return isDeployed(sha256)
                || tables.get().packages().all().anyMatch(p -> sha256.equals(p.sha256()))
                || tables.get()
                        .releases()
                        .find(sha256)
                        .filter(released -> !released.isBefore(cutoff))
                        .isPresent();
    }

    @Override
    public boolean isDeployed(Sha256 sha256) {
        return tables.get()
                .deploys()
                .all()
                .filter(KeptDeploy::keepsArchives)
                .map(KeptDeploy::entry)
                .anyMatch(entry -> sha256.equals(entry.to()) || sha256.equals(entry.from()));
    }

    @Override
    public void forget(Sha256 sha256) {
        tables.get().releases().remove(sha256);
    }
}
