package dev.wharf.http.told;

import dev.wharf.model.Connection;
import org.jspecify.annotations.Nullable;

/** Of which services an account's connections are told. */
public enum Services {
    /** Of {@code connector_sdk} only, the one that packages are for. */
    CONNECTOR_SDK,
    /** Of all, for who passes them on. */
    ALL;

    /**
     * Whether connections of a service are told.
     *
     * @param service the service; null if the account does not tell
     * @return true if they are
     */
    public boolean include(@Nullable String service) {
        return this == ALL || service == null || Connection.SERVICE.equals(service);
    }
}
