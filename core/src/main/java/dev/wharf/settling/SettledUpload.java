package dev.wharf.settling;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UnknownUploadException;
import dev.wharf.failure.WharfException;
import dev.wharf.integrity.HashingSource;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.Settlement.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One upload, until it is known what became of it. */
final class SettledUpload {
    private final PackageRegistry registry;
    private final Supplier<AccountInfo> caller;
    private final SettlingPolicy policy;
    private final Pace pace;
    private final Consumer<Settlement> listener;
    private final Claims claims;
    private final HashingSource source;
    private final UploadKey key;
    /** Whether the caller may have sent the same before, and so be answered with what others were. */
    private final boolean isCallersKey;

    SettledUpload(
            PackageRegistry registry,
            Supplier<AccountInfo> caller,
            SettlingPolicy policy,
            Pace pace,
            Consumer<Settlement> listener,
            Claims claims,
            ArchiveSource archive,
            @Nullable UploadKey key) {
        this.registry = registry;
        this.caller = caller;
        this.policy = policy;
        this.pace = pace;
        this.listener = listener;
        this.claims = claims;
        this.source = new HashingSource(archive);
        this.key = key == null ? UploadKey.random() : key;
        this.isCallersKey = key != null;
    }

    ConnectorPackage create() {
        Instant earliest = pace.instant().minus(policy.clockSkew());
        Set<PackageId> before = new HashSet<>();
        Page.<ConnectorPackage>collectAll(registry::list).forEach(p -> before.add(p.id()));
        @Nullable Loss loss = null;
        for (int sends = 1; ; sends++) {
            WharfException failure;
            try {
                ConnectorPackage created = registry.create(source, key);
                if (claims.claim(created.id()) || isCallersKey) {
                    return loss == null ? created : loss.withoutSurplus(created, sends - 1);
                }
                failure = new UnavailableException(
                        "Two uploads of the same bytes got the same package.", "Upload it again.", null, null);
            } catch (UnavailableException | UnexpectedAnswerException e) {
                failure = e;
            } catch (ConflictException e) {
                if (loss == null) {
                    throw e;
                }
                failure = new UnavailableException(
                        "The answer to an earlier attempt was lost, and a later attempt was refused. " + e.getMessage(),
                        null,
                        e);
            }
            loss = new Loss(failure, hash(failure), before, earliest);
            Optional<ConnectorPackage> found = loss.settle();
            if (found.isPresent()) {
                tell(Outcome.ADOPTED, loss.sha256, found.get().id());
                return loss.withoutSurplus(found.get(), sends - 1);
            }
            if (sends >= policy.sends() || failure instanceof UnexpectedAnswerException) {
                throw failure;
            }
            tell(Outcome.SENT_AGAIN, loss.sha256, null);
        }
    }

    /** A source that was not read to its end and cannot be read again made no package, and cannot make one. */
    private Sha256 hash(WharfException failure) {
        try {
            return source.whole();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private void tell(Outcome outcome, Sha256 sha256, @Nullable PackageId id) {
        listener.accept(new Settlement(outcome, sha256, id));
    }

    /** An answer that was lost, and how to tell the package it was about. */
    private final class Loss {
        private final WharfException failure;
        private final Sha256 sha256;
        private final Candidates candidates;

        Loss(WharfException failure, Sha256 sha256, Set<PackageId> before, Instant earliest) {
            this.failure = failure;
            this.sha256 = sha256;
            this.candidates = new Candidates(registry, caller, claims, sha256, before, earliest);
        }

        /** The package that was made; empty once it is proven that there is none. */
        Optional<ConnectorPackage> settle() {
            Instant end = pace.instant().plus(policy.patience());
            Duration wait = policy.firstWait();
            int looks = 0;
            while (true) {
                checkNotInterrupted();
                Duration atLeast = Duration.ZERO;
                try {
                    Optional<ConnectorPackage> found = candidates.unclaimed().stream()
                            .filter(p -> claims.claim(p.id()))
                            .findFirst();
                    looks++;
                    if (found.isPresent() || looks >= policy.looks()) {
                        return found;
                    }
                } catch (UnavailableException | UnexpectedAnswerException e) {
                    remember(e);
                } catch (RateLimitedException e) {
                    remember(e);
                    atLeast = Objects.requireNonNullElse(e.retryAfter(), Duration.ZERO);
                } catch (RuntimeException e) {
                    // A refusal, or whoever waits here has given up: neither tells what became of the upload.
                    remember(e);
                    throw unknown();
                }
                Duration next = wait.compareTo(atLeast) < 0 ? atLeast : wait;
                if (pace.instant().plus(next).isAfter(end)) {
                    throw unknown();
                }
                pause(next);
                wait = wait.multipliedBy(2);
            }
        }

        /** Deals with what several sends may have made besides. Never more than those sends can have made. */
        ConnectorPackage withoutSurplus(ConnectorPackage kept, int otherSends) {
            if (otherSends == 0) {
                return kept;
            }
            try {
                List<ConnectorPackage> surplus = candidates.unclaimed();
                boolean ours = policy.sole() && surplus.size() <= otherSends;
                for (ConnectorPackage each : surplus) {
                    if (ours && claims.claimAlone(each.id())) {
                        registry.delete(each.id());
                        tell(Outcome.SURPLUS_DELETED, sha256, each.id());
                    } else {
                        tell(Outcome.SURPLUS_LEFT, sha256, each.id());
                    }
                }
            } catch (RuntimeException notLooked) {
                tell(Outcome.UNKNOWN, sha256, null);
            }
            return kept;
        }

        private void remember(RuntimeException whileLooking) {
            if (whileLooking != failure) {
                failure.addSuppressed(whileLooking);
            }
        }

        private void pause(Duration wait) {
            try {
                pace.pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unknown();
            } catch (RuntimeException givenUp) {
                remember(givenUp);
                throw unknown();
            }
        }

        private void checkNotInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw unknown();
            }
        }

        private UnknownUploadException unknown() {
            tell(Outcome.UNKNOWN, sha256, null);
            return new UnknownUploadException(
                    "The upload's answer was lost, and Wharf could not find out whether it created a package. "
                            + failure.getMessage(),
                    "Look for SHA-256 " + sha256 + " in the list of packages before you upload it again.",
                    failure);
        }
    }
}
