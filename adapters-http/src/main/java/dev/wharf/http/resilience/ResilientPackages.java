package dev.wharf.http.resilience;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;

/** Packages, with every call made as often as is safe. */
final class ResilientPackages implements PackageRegistry {
    private final Calls calls;

    ResilientPackages(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return calls.call("list packages", Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .packages()
                .list(request));
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive) {
        return calls.send("create a package", Calls.WHEN_REFUSED, attempt -> attempt.account()
                .packages()
                .create(archive));
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return calls.call("read package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .packages()
                .retrieve(id));
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive) {
        return calls.send("update package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .packages()
                .update(id, archive));
    }

    @Override
    public void delete(PackageId id) {
        calls.call("delete package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            try {
                attempt.account().packages().delete(id);
            } catch (NotFoundException gone) {
                if (!attempt.mayHaveHappened()) {
                    throw gone;
                }
            }
            return id;
        });
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return calls.open("download package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .packages()
                .download(id));
    }
}
