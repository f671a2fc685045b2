package dev.wharf.registry;

import static dev.wharf.registry.Upstream.ask;

import dev.wharf.failure.StorageException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packages of the account behind a gateway, as one caller sees them. */
final class GatewayPackages implements PackageRegistry {
    private final PackageRegistry reads;
    private final PackageRegistry writes;
    private final CachedDownloads downloads;
    private final Inbox inbox;
    private final Consumer<List<String>> remarks;
    private final Permissions permissions;
    private final Ledger ledger;
    private final Recorder recorder;

    GatewayPackages(
            PackageRegistry reads,
            PackageRegistry writes,
            CachedDownloads downloads,
            Inbox inbox,
            Consumer<List<String>> remarks,
            Permissions permissions,
            Ledger ledger,
            Recorder recorder) {
        this.reads = reads;
        this.writes = writes;
        this.downloads = downloads;
        this.inbox = inbox;
        this.remarks = remarks;
        this.permissions = permissions;
        this.ledger = ledger;
        this.recorder = recorder;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        Page<ConnectorPackage> page = ask(() -> reads.list(request));
        return new Page<>(page.items().stream().map(ledger::signed).toList(), page.nextCursor());
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive) {
        permissions.checkMayCreate();
        return ask(() -> inbox.pass(archive, remarks, (staged, wrong) -> {
            ConnectorPackage made = writes.create(staged);
            record(made, staged, wrong);
            return ledger.signed(made);
        }));
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return ledger.signed(ask(() -> reads.retrieve(id)));
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive) {
        ConnectorPackage present = changeable(id);
        return ask(() -> inbox.pass(archive, remarks, (staged, wrong) -> {
            ConnectorPackage updated = writes.update(id, staged);
            recorder.made(Action.PACKAGE_UPDATED, id.value(), present.sha256(), staged.sha256(), detail(wrong));
            return ledger.signed(updated);
        }));
    }

    @Override
    public void delete(PackageId id) {
        ConnectorPackage present = changeable(id);
        ask(() -> {
            writes.delete(id);
            recorder.made(Action.PACKAGE_DELETED, id.value(), present.sha256(), null, null);
            return id;
        });
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return ask(() -> downloads.open(reads, id));
    }

    /** Asked before an upload, so that nobody sends a large file in vain. */
    private ConnectorPackage changeable(PackageId id) {
        ConnectorPackage present = ask(() -> writes.retrieve(id));
        permissions.checkMayChange(ledger.owner(id), "package");
        return present;
    }

    /** A package of which it is not recorded whose it is would be nobody's. */
    private void record(ConnectorPackage made, StagedArchive archive, List<String> wrong) {
        try {
            recorder.made(Action.PACKAGE_CREATED, made.id().value(), null, archive.sha256(), detail(wrong));
        } catch (StorageException e) {
            try {
                writes.delete(made.id());
            } catch (WharfException leftBehind) {
                e.addSuppressed(leftBehind);
                throw e;
            }
            throw new StorageException(
                    "The upload could not be recorded, and its package was deleted again: ask the gateway's operator to"
                            + " look after its data directory.",
                    e);
        }
    }

    private static @Nullable String detail(List<String> wrong) {
        return wrong.isEmpty() ? null : wrong.size() + (wrong.size() == 1 ? " finding" : " findings");
    }
}
