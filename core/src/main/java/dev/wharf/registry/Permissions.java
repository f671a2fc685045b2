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
public final class Permissions {
    private final Principal principal;

    /**
     * The permissions of one caller.
     *
     * @param principal the caller
     */
    public Permissions(Principal principal) {
        this.principal = principal;
    }

    /**
     * Whose permissions these are.
     *
     * @return the user
     */
    public UserId user() {
        return principal.user();
    }

    /**
     * Refuses what readers may not do.
     *
     * @throws NotAllowedException if the caller may only read
     */
    public void checkMayCreate() {
        if (principal.role() == Role.READER) {
            throw new NotAllowedException(
                    "This API key may only read.", "Use the key of a member or an administrator for changes.");
        }
    }

    /**
     * Refuses a change of a package that somebody else made.
     *
     * @param target the package
     * @throws NotAllowedException if the caller neither made it nor is an administrator
     */
    public void checkMayChange(ConnectorPackage target) {
        checkMayChange(target.createdBy(), "package");
    }

    /**
     * Refuses a change of what somebody else made; what nobody is known to have made belongs to administrators.
     *
     * @param owner who made it; null if that is not known
     * @param what what it is, for the message: a noun without article
     * @throws NotAllowedException if the caller neither made it nor is an administrator
     */
    public void checkMayChange(@Nullable UserId owner, String what) {
        checkMayCreate();
        if (!mayChange(owner)) {
            throw new NotAllowedException(
                    "Only the owner of this " + what + " or an account administrator may change or delete it.",
                    "Ask one of them, or use their API key.");
        }
    }

    boolean mayChange(@Nullable UserId owner) {
        return principal.role() == Role.ADMIN
                || (principal.role() == Role.MEMBER && principal.user().equals(owner));
    }

    /**
     * Refuses what is for administrators only.
     *
     * @param what what is asked for, for the message: a verb with its object
     * @throws NotAllowedException if the caller is no administrator
     */
    public void checkIsAdmin(String what) {
        if (principal.role() != Role.ADMIN) {
            throw new NotAllowedException("Only an account administrator may " + what + ".");
        }
    }
}
