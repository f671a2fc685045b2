package dev.wharf.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A package cannot be deleted while a connection uses it. */
public final class PackageInUseException extends WharfException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 10;

    /** A copy, whose class is serializable. */
    @SuppressWarnings("serial")
    private final List<String> connectionIds;

    /**
     * A refusal to report.
     *
     * @param packageId the package that was to be deleted
     * @param connectionIds the connections that use it; empty if they are not known
     */
    public PackageInUseException(String packageId, List<String> connectionIds) {
        this(packageId, connectionIds, connectionIds);
    }

    /**
     * A refusal to report that calls the connections what people call them.
     *
     * @param packageId the package that was to be deleted
     * @param connectionIds the identifiers of the connections that use it; empty if they are not known
     * @param shown the same connections, as the message has them
     */
    public PackageInUseException(String packageId, List<String> connectionIds, List<String> shown) {
        super("Package " + packageId + " is associated with " + users(shown) + ".", hint(shown), null);
        this.connectionIds = List.copyOf(connectionIds);
    }

    private static String users(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> "a connection";
            case 1 -> "connection " + ids.get(0);
            default ->
                ids.size() + " connections: "
                        + String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
                        + (ids.size() > MOST_NAMED ? " and others" : "");
        };
    }

    private static String hint(List<String> ids) {
        return ids.size() > 1
                ? "Delete those connections first, or give them another package."
                : "Delete that connection first, or give it another package.";
    }

    /**
     * The connection that uses the package, the first of them.
     *
     * @return its identifier, or null if not known
     */
    public @Nullable String connectionId() {
        return connectionIds.isEmpty() ? null : connectionIds.get(0);
    }

    /**
     * The connections that use the package.
     *
     * @return their identifiers; empty if they are not known
     */
    public List<String> connectionIds() {
        return connectionIds;
    }
}
