package dev.wharf.registry;

import dev.wharf.failure.StorageException;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Sha256;
import org.jspecify.annotations.Nullable;

/** Records what one caller changed in the account behind a gateway, once it is changed. */
final class Recorder {
    private final Changes changes;
    private final Permissions permissions;

    Recorder(Changes changes, Permissions permissions) {
        this.changes = changes;
        this.permissions = permissions;
    }

    void made(Action action, String subject, @Nullable Sha256 from, @Nullable Sha256 to, @Nullable String detail) {
        try {
            changes.run(permissions.user(), change -> {
                change.record(action, subject, from, to, detail);
                return subject;
            });
        } catch (StorageException e) {
            throw new StorageException(
                    "The change of " + subject
                            + " was made in the account behind this gateway, but could not be recorded: ask"
                            + " the gateway's operator to look after its data directory. (" + e.getMessage() + ")",
                    e);
        }
    }
}
