package dev.wharf.registry;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: readers read; members also create, and change or delete what they created; administrators do everything.
 */
final class Permissions {
    private final Principal principal;

    Permissions(Principal principal) {
        this.principal = principal;
    }

    UserId user() {
        return principal.user();
    }

    void checkMayCreate() {
        if (principal.role() == Role.READER) {
            throw new NotAllowedException(
                    "This API key may only read: use the key of a member or an administrator for changes.");
        }
    }

    void checkMayChange(ConnectorPackage target) {
        checkMayChange(target.createdBy(), "package");
    }

    /** Refuses a change of what somebody else made; what nobody is known to have made belongs to administrators. */
    void checkMayChange(@Nullable UserId owner, String what) {
        checkMayCreate();
        if (!mayChange(owner)) {
            throw new NotAllowedException("Only the owner of this " + what
                    + " or an account administrator may change or delete it: ask one of them, or use their API key.");
        }
    }

    boolean mayChange(@Nullable UserId owner) {
        return principal.role() == Role.ADMIN
                || (principal.role() == Role.MEMBER && principal.user().equals(owner));
    }

    void checkIsAdmin(String what) {
        if (principal.role() != Role.ADMIN) {
            throw new NotAllowedException("Only an account administrator may " + what + ".");
        }
    }
}
