package dev.wharf.http.resilience;

import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

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
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        return calls.send("create a package", Calls.WHEN_REFUSED, attempt -> attempt.account()
                .packages()
                .create(archive, key));
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return calls.call("read package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .packages()
                .retrieve(id));
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        return calls.send("update package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            PackageRegistry packages = attempt.account().packages();
            try {
                return packages.update(id, archive, expected);
            } catch (ChangedMeanwhileException changed) {
                if (!attempt.mayHaveHappened()) {
                    throw changed;
                }
                return byUs(packages.retrieve(id), archive, changed);
            }
        });
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        calls.call("delete package " + id, Calls.WHEN_IT_MAY_PASS, attempt -> {
            try {
                attempt.account().packages().delete(id, expected);
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

    /** A condition that does not hold any more may have been ended by the attempt whose answer was lost. */
    private static ConnectorPackage byUs(
            ConnectorPackage present, ArchiveSource archive, ChangedMeanwhileException changed) {
        MessageDigest sent = Sha256.newDigest();
        try (InputStream bytes = archive.open()) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sent));
        } catch (IOException e) {
            changed.addSuppressed(e);
            throw changed;
        }
        if (!Sha256.of(sent).equals(present.sha256())) {
            throw changed;
        }
        return present;
    }
}
