package dev.wharf.port;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;

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
    ConnectorPackage create(ArchiveSource archive);

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
    ConnectorPackage update(PackageId id, ArchiveSource archive);

    /**
     * Deletes an unbound package.
     *
     * @param id the package
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.PackageInUseException if a connection uses it
     * @throws dev.wharf.failure.NotAllowedException if the caller is neither the owner nor an administrator
     */
    void delete(PackageId id);

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
