package dev.wharf.registry;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.integrity.ArchiveDownloads;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageRecords;
import dev.wharf.registry.Changes.Recorded;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The packages of a hosted registry. */
final class HostedPackages implements PackageRegistry {
    private static final Cursors CURSORS = new Cursors("packages");

    private final PackageCatalog catalog;
    private final ArchiveStore archives;
    private final Changes changes;
    private final Uploads uploads;
    private final Permissions permissions;
    private final Slugs slugs = new Slugs();

    HostedPackages(
            PackageCatalog catalog, ArchiveStore archives, Changes changes, Uploads uploads, Permissions permissions) {
        this.catalog = catalog;
        this.archives = archives;
        this.changes = changes;
        this.uploads = uploads;
        this.permissions = permissions;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return CURSORS.page(request, catalog.packages()::list);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        permissions.checkMayCreate();
        StoredArchive kept = uploads.receive(archive);
        return changes.run(permissions.user(), change -> insertOnce(change, kept, key));
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return find(catalog.packages(), id);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        // Asked before the upload, so that nobody sends a large file in vain; and again within the change.
        ConnectorPackage before = find(catalog.packages(), id);
        permissions.checkMayChange(before);
        Expected.check(id, expected, before.sha256());
        StoredArchive kept = uploads.receive(archive);
        return changes.run(permissions.user(), change -> replaceFile(change, id, expected, Uploads.stillThere(kept)));
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        changes.run(permissions.user(), change -> remove(change, id, expected));
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        Sha256 sha256 = hashOf(find(catalog.packages(), id));
        return archives.find(sha256)
                .map(ArchiveDownloads::of)
                .orElseThrow(() -> new IntegrityException(
                        "The archive of package " + id + " is missing from the store.",
                        "Update the package with its archive, or restore the store from a backup.",
                        sha256.hex(),
                        null));
    }

    private ConnectorPackage insertOnce(Recorded change, StoredArchive kept, @Nullable UploadKey key) {
        if (key == null) {
            return insert(change, Uploads.stillThere(kept));
        }
        Optional<KeyedUpload> before = change.catalog().uploads().find(change.user(), key);
        if (before.isPresent()) {
            return Repeated.answer(
                    before.get(), kept.sha256(), id -> find(change.catalog().packages(), id));
        }
        ConnectorPackage made = insert(change, Uploads.stillThere(kept));
        change.catalog().uploads().insert(new KeyedUpload(change.user(), key, kept.sha256(), made.id(), change.at()));
        return made;
    }

    private ConnectorPackage insert(Recorded change, Sha256 sha256) {
        return slugs.insertUnderNew(id -> {
            ConnectorPackage made = new ConnectorPackage(
                    new PackageId(id), null, change.user(), change.user(), change.at(), change.at(), sha256);
            if (!change.catalog().packages().insert(made)) {
                return null;
            }
            change.record(Action.PACKAGE_CREATED, id, null, sha256, null);
            return made;
        });
    }

    private ConnectorPackage replaceFile(Recorded change, PackageId id, @Nullable Sha256 expected, Sha256 sha256) {
        ConnectorPackage present = find(change.catalog().packages(), id);
        permissions.checkMayChange(present);
        Expected.check(id, expected, present.sha256());
        Instant after = Objects.requireNonNull(present.updatedAt()).plusMillis(1);
        Instant at = change.at().isBefore(after) ? after : change.at();
        change.catalog().packages().replaceFile(id, sha256, change.user(), at);
        change.record(Action.PACKAGE_UPDATED, id.value(), present.sha256(), sha256, null);
        return find(change.catalog().packages(), id);
    }

    private PackageId remove(Recorded change, PackageId id, @Nullable Sha256 expected) {
        ConnectorPackage present = find(change.catalog().packages(), id);
        permissions.checkMayChange(present);
        Expected.check(id, expected, present.sha256());
        if (present.isBound()) {
            throw new PackageInUseException(
                    id.value(),
                    present.connectionIds().stream().map(ConnectionId::value).toList());
        }
        change.catalog().packages().delete(id, change.at());
        change.record(Action.PACKAGE_DELETED, id.value(), present.sha256(), null, null);
        return id;
    }

    /** A hosted registry records the hash of every package it takes in. */
    private static Sha256 hashOf(ConnectorPackage hosted) {
        return Objects.requireNonNull(hosted.sha256());
    }

    static ConnectorPackage find(PackageRecords packages, PackageId id) {
        return packages.find(id)
                .orElseThrow(() -> new NotFoundException(
                        Resource.PACKAGE, "Package not found: " + id + ".", "List the packages to see all of them."));
    }
}
