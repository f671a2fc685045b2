package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** Nothing has this identifier or name. */
public final class NotFoundException extends WharfException {
    private static final long serialVersionUID = 1L;

    /** What was looked for. */
    public enum Resource {
        /** A connector package. */
        PACKAGE,
        /** A connection. */
        CONNECTION,
        /** A connection that is there, but of another service than packages are for. */
        CONNECTION_OF_OTHER_SERVICE,
        /** A destination. */
        DESTINATION,
        /** An API key. */
        API_KEY,
        /** Anything else, such as a path of the API. */
        OTHER
    }

    private final Resource resource;

    /**
     * A failure to report.
     *
     * @param resource what was looked for
     * @param problem what is missing
     */
    public NotFoundException(Resource resource, String problem) {
        this(resource, problem, null);
    }

    /**
     * A failure to report.
     *
     * @param resource what was looked for
     * @param problem what is missing
     * @param hint what to do about it; null if nothing is to be said
     */
    public NotFoundException(Resource resource, String problem, @Nullable String hint) {
        super(problem, hint, null);
        this.resource = resource;
    }

    /**
     * What was looked for.
     *
     * @return the kind of resource
     */
    public Resource resource() {
        return resource;
    }
}
