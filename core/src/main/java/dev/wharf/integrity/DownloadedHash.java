package dev.wharf.integrity;

import dev.wharf.failure.UnavailableException;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** The hash of a package of which the registry does not tell it. */
public final class DownloadedHash {
    private DownloadedHash() {}

    /**
     * Downloads a package for the sake of its hash. Nothing is kept.
     *
     * @param registry has the package
     * @param id the package
     * @return the SHA-256 of what came
     * @throws UnavailableException if the download breaks off
     */
    public static Sha256 of(PackageRegistry registry, PackageId id) {
        MessageDigest digest = Sha256.newDigest();
        try (ArchiveDownload download = registry.download(id)) {
            download.stream().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UnavailableException(
                    "The download of package " + id + " was interrupted.", "Try again.", null, e);
        }
        return Sha256.of(digest);
    }
}
