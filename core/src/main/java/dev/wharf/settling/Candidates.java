package dev.wharf.settling;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.integrity.DownloadedHash;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.PackageRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Packages of which one may be what an upload made whose answer was lost. */
final class Candidates {
    private final PackageRegistry registry;
    private final Supplier<AccountInfo> caller;
    private final Claims claims;
    private final Sha256 sha256;
    private final Set<PackageId> before;
    private final Instant earliest;

    /**
     * What an upload may have made.
     *
     * @param registry where it was sent
     * @param caller by whom
     * @param claims what others have claimed
     * @param sha256 the hash of what was sent
     * @param before what was there already
     * @param earliest when it was sent, at the earliest
     */
    Candidates(
            PackageRegistry registry,
            Supplier<AccountInfo> caller,
            Claims claims,
            Sha256 sha256,
            Set<PackageId> before,
            Instant earliest) {
        this.registry = registry;
        this.caller = caller;
        this.claims = claims;
        this.sha256 = sha256;
        this.before = before;
        this.earliest = earliest;
    }

    /** Those nobody has claimed yet, of which the upload can have made any. */
    List<ConnectorPackage> unclaimed() {
        UserId me = caller.get().userId();
        if (me == null) {
            throw new NotAllowedException(
                    "The account does not report the user of these credentials, so Wharf does not know which"
                            + " packages are yours.");
        }
        return Page.<ConnectorPackage>collectAll(registry::list).stream()
                .filter(p -> !before.contains(p.id()))
                .filter(p -> !p.isBound() && mayBe(me, p.createdBy()))
                .filter(p -> p.createdAt() == null || !p.createdAt().isBefore(earliest))
                .filter(p -> !claims.isClaimed(p.id()))
                .filter(this::hasOurHash)
                .toList();
    }

    /** Accounts tell no user for what a system key made. */
    private static boolean mayBe(UserId me, @Nullable UserId creator) {
        return creator == null || creator.equals(me);
    }

    private boolean hasOurHash(ConnectorPackage made) {
        Sha256 told = made.sha256();
        try {
            return sha256.equals(told == null ? DownloadedHash.of(registry, made.id()) : told);
        } catch (NotFoundException deletedMeanwhile) {
            return false;
        }
    }
}
