package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** A package that one connection uses already cannot be bound to another. */
public final class BindingConflictException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String connectionId;

    /**
     * A refusal to report.
     *
     * @param packageId the package that was to be bound
     * @param connectionId the connection that uses it; null if not known
     */
    public BindingConflictException(String packageId, @Nullable String connectionId) {
        super(
                "Package " + packageId + " is already used by "
                        + (connectionId == null ? "another connection" : "connection " + connectionId)
                        + ". A package serves one connection at a time.",
                "Upload the same archive again, and use the id of the new package.",
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
