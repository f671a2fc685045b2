package dev.wharf.testkit.catalog;

import dev.wharf.model.ApiKey;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values the catalog contracts put in. */
final class CatalogSamples {
    static final UserId ALICE = new UserId("alice");
    static final UserId BOB = new UserId("bob");
    static final DestinationId DESTINATION = new DestinationId("warehouse");

    /** With microseconds, because that is what a catalog must keep. */
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private CatalogSamples() {}

    static Sha256 hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    static ConnectorPackage connectorPackage(String id) {
        return connectorPackage(id, "content of " + id);
    }

    static ConnectorPackage connectorPackage(String id, String content) {
        return new ConnectorPackage(new PackageId(id), null, ALICE, ALICE, NOON, NOON, hash(content));
    }

    static Destination destination(String id) {
        return new Destination(new DestinationId(id), new DestinationName("Name of " + id), NOON);
    }

    static Connection connection(String id, @Nullable String packageId) {
        return connection(id, DESTINATION, "name_of_" + id.replace('-', '_'), packageId);
    }

    static Connection connection(String id, DestinationId destination, String name, @Nullable String packageId) {
        Connection bare = Connection.bare(new ConnectionId(id), destination, new ConnectionName(name), null, NOON);
        return packageId == null ? bare : bare.changedBy(ConnectionSettings.binding(new PackageId(packageId)));
    }

    static AuditEntry auditEntry(String subject) {
        return new AuditEntry(NOON, ALICE, AuditEntry.Action.PACKAGE_CREATED, subject, null, null, null);
    }

    static BegunChange begunUpload(String id, UserId user, UploadKey key) {
        return new BegunChange(
                id, NOON, user, AuditEntry.Action.PACKAGE_CREATED, null, null, hash("new"), key, NOON.plusSeconds(60));
    }

    static DeployRecord deploy(String id, ConnectionId connection, @Nullable String from, String to) {
        return new DeployRecord(
                id,
                NOON,
                null,
                new DestinationName("Warehouse"),
                new ConnectionName("orders"),
                connection,
                null,
                DeployRecord.State.BEGUN,
                from == null ? null : hash(from),
                hash(to),
                null,
                List.of(),
                null);
    }

    static ApiKey apiKey(String id) {
        return new ApiKey(id, "salted hash of " + id, new Principal(ALICE, Role.MEMBER), NOON, null);
    }

    static <T> List<T> items(List<Positioned<T>> list) {
        return list.stream().map(Positioned::item).toList();
    }
}
