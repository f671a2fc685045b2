package dev.wharf.failure.wrong;

import dev.wharf.model.PackageId;

/** A failure outside the hierarchy, on purpose. */
public class StrayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StrayException(PackageId id) {
        super(id.value());
    }
}
