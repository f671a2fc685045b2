package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** A package cannot be deleted while a connection uses it. */
public final class PackageInUseException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String connectionId;

    /**
     * A refusal to report.
     *
     * @param packageId the package that was to be deleted
     * @param connectionId the connection that uses it; null if not known
     */
    public PackageInUseException(String packageId, @Nullable String connectionId) {
        super(
                "Package " + packageId + " is associated with "
                        + (connectionId == null ? "a connection" : "connection " + connectionId)
                        + ": delete that connection, or give it another package, first.",
                null);
        this.connectionId = connectionId;
    }

    /**
     * The connection that uses the package.
     *
     * @return its identifier, or null if not known
     */
    public @Nullable String connectionId() {
        return connectionId;
    }
}
