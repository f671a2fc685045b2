package dev.wharf.registry;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UploadKeyReusedException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import java.util.function.Function;

/** Uploads sent with a key that was sent before. */
public final class Repeated {
    private Repeated() {}

    /**
     * Refuses to take a key for other bytes.
     *
     * @param before the bytes it was sent with before
     * @param now the bytes it is sent with now
     * @throws UploadKeyReusedException if they differ
     */
    public static void checkSame(Sha256 before, Sha256 now) {
        if (!before.equals(now)) {
            throw new UploadKeyReusedException(
                    "This idempotency key was sent with other bytes before.",
                    "Send a new key with every new upload. Send the same key only with the same bytes.");
        }
    }

    /**
     * What is answered to an upload that was made before: its package, as long as it is what the upload made.
     *
     * @param before the upload
     * @param sent the bytes that are sent now
     * @param find finds a package as it is now
     * @return the package
     * @throws UploadKeyReusedException if other bytes are sent
     * @throws ConflictException if the package is gone, or has another file by now
     */
    public static ConnectorPackage answer(KeyedUpload before, Sha256 sent, Function<PackageId, ConnectorPackage> find) {
        checkSame(before.sha256(), sent);
        ConnectorPackage present;
        try {
            present = find.apply(before.made());
        } catch (NotFoundException gone) {
            throw new ConflictException(
                    "This upload created package " + before.made() + ". That package was deleted.",
                    "Send a new idempotency key to upload the archive again.");
        }
        if (present.sha256() != null && !sent.equals(present.sha256())) {
            throw new ConflictException(
                    "This upload created package " + before.made() + ". That package has another archive now.",
                    "Send a new idempotency key to upload this archive again.");
        }
        return present;
    }
}
