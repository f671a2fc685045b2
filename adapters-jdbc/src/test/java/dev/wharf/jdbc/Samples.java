package dev.wharf.jdbc;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the tests of this module put into catalogs. */
final class Samples {
    static final UserId ALICE = new UserId("alice");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static ConnectorPackage connectorPackage(String id) {
        return new ConnectorPackage(new PackageId(id), null, ALICE, ALICE, NOON, NOON, hash(id));
    }

    static Sha256 hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Counts in a package's last update: reads, then writes. */
    static void increment(JdbcCatalog catalog, PackageId counter) {
        catalog.change(change -> {
            ConnectorPackage before = change.packages().find(counter).orElseThrow();
            change.packages()
                    .replaceFile(
                            counter, hash("count"), ALICE, before.updatedAt().plusSeconds(1));
            return true;
        });
    }

    static long count(JdbcCatalog catalog, PackageId counter) {
        return catalog.packages().find(counter).orElseThrow().updatedAt().getEpochSecond() - NOON.getEpochSecond();
    }
}
