package dev.wharf.port;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import org.jspecify.annotations.Nullable;

/**
 * The connector packages of an account: the six operations of the REST API ({@code /v1/connector-sdk/packages}). One
 * contract, whatever stands behind it: the real account, a self-hosted registry, or a decorator of either.
 *
 * <p>Besides the failures named below, every operation may throw {@link dev.wharf.failure.NotAuthenticatedException},
 * {@link dev.wharf.failure.NotAllowedException}, {@link dev.wharf.failure.RateLimitedException},
 * {@link dev.wharf.failure.UnavailableException}, {@link dev.wharf.failure.UnexpectedAnswerException} and
 * {@link dev.wharf.failure.StorageException}.
 */
public interface PackageRegistry {
    /**
     * Lists packages, in an order that stays the same while pages are read; no package comes twice.
     *
     * @param request which page
     * @return the page
     * @throws dev.wharf.failure.InvalidRequestException if the cursor is not one of this list's
     */
    Page<ConnectorPackage> list(PageRequest request);

    /**
     * Uploads an archive as a new, unbound package. The same bytes twice make two packages.
     *
     * @param archive the bytes
     * @return the new package
     * @throws dev.wharf.failure.InvalidArchiveException if the bytes are no connector archive
     * @throws dev.wharf.failure.TooLargeException if there are too many
     * @throws dev.wharf.failure.InterruptedTransferException if the source fails
     * @throws dev.wharf.failure.IntegrityException if what was kept is not what was sent
     */
    default ConnectorPackage create(ArchiveSource archive) {
        return create(archive, null);
    }

    /**
     * Uploads an archive as a new, unbound package; with a key, once, however often it is sent. A registry that knows no keys, as
     * the vendor's, makes a package each time. Those that do know a key for a day at least.
     *
     * @param archive the bytes
     * @param key what the caller calls this upload; null if nothing
     * @return the new package, or the one that this upload made before
     * @throws dev.wharf.failure.UploadKeyReusedException if the key stands for an upload of other bytes
     * @throws dev.wharf.failure.ConflictException if an upload with this key is under way still, or what it made has been
     *     changed or deleted since
     * @throws dev.wharf.failure.InvalidArchiveException if the bytes are no connector archive
     * @throws dev.wharf.failure.TooLargeException if there are too many
     * @throws dev.wharf.failure.InterruptedTransferException if the source fails
     * @throws dev.wharf.failure.IntegrityException if what was kept is not what was sent
     */
    ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key);

    /**
     * Reads what is known of a package.
     *
     * @param id the package
     * @return the package
     * @throws dev.wharf.failure.NotFoundException if there is none
     */
    ConnectorPackage retrieve(PackageId id);

    /**
     * Replaces a package's file. Its identifier, owner, creation and connection stay; a connection uses the new file from
     * its next sync on. Allowed to the package's owner and to administrators.
     *
     * @param id the package
     * @param archive the new bytes
     * @return the package as it is now
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.NotAllowedException if the caller is neither the owner nor an administrator
     * @throws dev.wharf.failure.InvalidArchiveException if the bytes are no connector archive
     * @throws dev.wharf.failure.TooLargeException if there are too many
     * @throws dev.wharf.failure.InterruptedTransferException if the source fails
     * @throws dev.wharf.failure.IntegrityException if what was kept is not what was sent
     */
    default ConnectorPackage update(PackageId id, ArchiveSource archive) {
        return update(id, archive, null);
    }

    /**
     * Replaces a package's file if it is still the one expected: of several who expect the same at once, one wins. A registry
     * that knows no conditions, as the vendor's, replaces it in any case.
     *
     * @param id the package
     * @param archive the new bytes
     * @param expected the hash of the file the package must have until then; null for any
     * @return the package as it is now
     * @throws dev.wharf.failure.ChangedMeanwhileException if it has another file; nothing was changed then
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.NotAllowedException if the caller is neither the owner nor an administrator
     * @throws dev.wharf.failure.InvalidArchiveException if the bytes are no connector archive
     * @throws dev.wharf.failure.TooLargeException if there are too many
     * @throws dev.wharf.failure.InterruptedTransferException if the source fails
     * @throws dev.wharf.failure.IntegrityException if what was kept is not what was sent
     */
    ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected);

    /**
     * Deletes an unbound package.
     *
     * @param id the package
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.PackageInUseException if a connection uses it
     * @throws dev.wharf.failure.NotAllowedException if the caller is neither the owner nor an administrator
     */
    default void delete(PackageId id) {
        delete(id, null);
    }

    /**
     * Deletes an unbound package if its file is still the one expected. A registry that knows no conditions, as the vendor's,
     * deletes it in any case.
     *
     * @param id the package
     * @param expected the hash of the file the package must have until then; null for any
     * @throws dev.wharf.failure.ChangedMeanwhileException if it has another file; nothing was changed then
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.PackageInUseException if a connection uses it
     * @throws dev.wharf.failure.NotAllowedException if the caller is neither the owner nor an administrator
     */
    void delete(PackageId id, @Nullable Sha256 expected);

    /**
     * Opens a package's file.
     *
     * @param id the package
     * @return the file on its way; the caller closes it
     * @throws dev.wharf.failure.NotFoundException if there is no such package
     * @throws dev.wharf.failure.IntegrityException if the kept bytes are not those that were uploaded
     */
    ArchiveDownload download(PackageId id);
}
