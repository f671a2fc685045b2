package dev.wharf.packaging;

import java.io.IOException;

/** A project is not what it was when it was read: a file of it changed, vanished or appeared while it was packaged. */
public final class ProjectChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * A change.
     *
     * @param message which file did what, for a user
     */
    ProjectChangedException(String message) {
        super(message);
    }
}
