package dev.wharf.gateway;

import static dev.wharf.gateway.Upstream.ask;

import dev.wharf.caching.CachedDownloads;
import dev.wharf.gateway.BegunChanges.Intent;
import dev.wharf.integrity.DownloadedHash;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.Expected;
import dev.wharf.registry.Permissions;
import dev.wharf.registry.Repeated;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final KeyedLocks conditional;
    private final Recorder recorder;

    GatewayPackages(
            PackageRegistry reads,
            PackageRegistry writes,
            CachedDownloads downloads,
            Inbox inbox,
            Consumer<List<String>> remarks,
            Permissions permissions,
            Ledger ledger,
            KeyedLocks conditional,
            Recorder recorder) {
        this.reads = reads;
        this.writes = writes;
        this.downloads = downloads;
        this.inbox = inbox;
        this.remarks = remarks;
        this.permissions = permissions;
        this.ledger = ledger;
        this.conditional = conditional;
        this.recorder = recorder;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        Page<ConnectorPackage> page = ask(() -> reads.list(request));
        return new Page<>(page.items().stream().map(ledger::signed).toList(), page.nextCursor(), page.leftOut());
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        permissions.checkMayCreate();
        return ask(() -> inbox.pass(
                archive,
                remarks,
                (staged, wrong) -> ledger.signed(recorder.makingOnce(
                        new Intent(Action.PACKAGE_CREATED, null, null, staged.sha256(), key),
                        () -> writes.create(staged),
                        before -> Repeated.answer(before, staged.sha256(), writes::retrieve),
                        made -> made.id().value(),
                        detail(wrong),
                        made -> writes.delete(made.id())))));
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return ledger.signed(ask(() -> reads.retrieve(id)));
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        Sha256 before = changeable(id, expected);
        return ask(() -> inbox.pass(
                archive,
                remarks,
                (staged, wrong) -> alone(id, expected, () -> {
                    Sha256 present = expected == null ? before : unchanged(id, expected);
                    ConnectorPackage updated = recorder.changing(
                            new Intent(Action.PACKAGE_UPDATED, id.value(), present, staged.sha256(), null),
                            () -> writes.update(id, staged, expected),
                            detail(wrong));
                    return ledger.signed(updated);
                })));
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        Sha256 before = changeable(id, expected);
        ask(() -> alone(id, expected, () -> {
            Sha256 present = expected == null ? before : unchanged(id, expected);
            return recorder.changing(
                    new Intent(Action.PACKAGE_DELETED, id.value(), present, null, null),
                    () -> {
                        writes.delete(id, expected);
                        return id;
                    },
                    null);
        }));
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return ask(() -> downloads.open(reads, id));
    }

    /** Asked before an upload, so that nobody sends a large file in vain. */
    private @Nullable Sha256 changeable(PackageId id, @Nullable Sha256 expected) {
        ConnectorPackage present = ask(() -> writes.retrieve(id));
        permissions.checkMayChange(ledger.owner(id), "package");
        return expected == null ? present.sha256() : ask(() -> matching(present, expected));
    }

    /** The account need not know conditions, so of those who have one on the same package one is at it. */
    private <T> T alone(PackageId id, @Nullable Sha256 expected, Supplier<T> change) {
        return expected == null ? change.get() : conditional.holding(id, change);
    }

    private Sha256 unchanged(PackageId id, Sha256 expected) {
        return matching(writes.retrieve(id), expected);
    }

    private Sha256 matching(ConnectorPackage present, Sha256 expected) {
        Sha256 told = present.sha256();
        Sha256 hash = told == null ? DownloadedHash.of(writes, present.id()) : told;
        Expected.check(present.id(), expected, hash);
        return hash;
    }

    private static @Nullable String detail(List<String> wrong) {
        return wrong.isEmpty() ? null : wrong.size() + (wrong.size() == 1 ? " finding" : " findings");
    }
}
