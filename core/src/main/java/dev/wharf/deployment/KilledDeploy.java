package dev.wharf.deployment;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deploy that a journal has as begun and as nothing else: it was killed, or is under way elsewhere.
 *
 * @param entry what the journal has of it
 */
record KilledDeploy(DeployRecord entry) {
    /** How far the clocks of this machine and of the account may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A deploy that began later than that ago may be under way still, on another machine. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The package that it uploaded; null if it uploaded none, or did not come to write down which. */
    @Nullable
    PackageId uploaded() {
        return mark().map(UploadMark::id).orElse(null);
    }

    /** Whether it was about to upload, and nothing is written of what came of that. */
    boolean sentUnknown() {
        return mark().isPresent() && uploaded() == null;
    }

    /** Whether nobody can be at work on it any more. */
    boolean isOver(Instant now) {
        return entry.at().plus(LONGEST).isBefore(now);
    }

    /** Whether a package is what it may have uploaded: it has the file, and was made in the time after it began. */
    boolean mayHaveMade(ConnectorPackage each) {
        Instant made = each.createdAt();
        return sentUnknown()
                && entry.to().equals(each.sha256())
                && made != null
                && !made.isBefore(entry.at().minus(SKEW))
                && !made.isAfter(entry.at().plus(LONGEST).plus(SKEW));
    }

    /** Whether a package is what the connection ran before this deploy gave it what it has now, and ended before it deleted this. */
    boolean replaced(ConnectorPackage each, @Nullable ConnectorPackage bound) {
        return bound != null
                && entry.to().equals(bound.sha256())
                && !bound.id().equals(each.id())
                && each.id().equals(entry.packageId())
                && entry.from() != null
                && entry.from().equals(each.sha256());
    }

    private Optional<UploadMark> mark() {
        return UploadMark.in(entry.settings());
    }
}
