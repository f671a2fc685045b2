package dev.wharf.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.wharf.cache.Freshness.Origin;
import dev.wharf.cache.SharedQuestions.Asking;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one account, by what was asked. Of many who ask the same at once one asks the account. What was asked before a change
 * and is answered after it is given to whoever asked, and not kept.
 */
final class Answers {
    private final CacheSettings settings;
    private final InstantSource clock;
    private final Cache<Key, Answer> kept;
    private final SharedQuestions underWay;
    /** How many times something was changed, or began to be. */
    private final AtomicLong changes = new AtomicLong();

    Answers(CacheSettings settings, InstantSource clock, Executor executor) {
        this.settings = settings;
        this.clock = clock;
        this.underWay = new SharedQuestions(clock, executor);
        this.kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(settings.entries())
                .weigher((Key key, Answer answer) -> answer.weight())
                .build();
    }

    /** The answer at hand, or a new one, as the reader wants. */
    Answer read(Key key, Supplier<?> question, ReadTerms terms) {
        if (terms.alwaysAsks()) {
            Answer asked = ask(key, question);
            terms.told().accept(new Freshness(Origin.ASKED, Duration.ZERO, fresh(key)));
            return asked;
        }
        Answer present = kept.getIfPresent(key);
        if (present == null) {
            return awaited(null, key, question, terms);
        }
        Duration age = present.age(clock.instant());
        Duration allowed = terms.allowed(fresh(key));
        if (!present.outdated() && age.compareTo(allowed) < 0) {
            if (age.multipliedBy(2).compareTo(fresh(key)) > 0) {
                Asking unused = asking(present, key, question);
            }
            return told(present, Origin.KEPT, key, terms);
        }
        boolean mayBeOld = terms.old() && age.compareTo(settings.kept()) < 0;
        return mayBeOld ? newer(present, key, question, terms) : awaited(present, key, question, terms);
    }

    /** One question for all who saw the same; who comes a moment after it was answered has that answer. */
    private Asking asking(@Nullable Answer seen, Key key, Supplier<?> question) {
        return underWay.ask(key, () -> {
            Answer now = kept.getIfPresent(key);
            return now == null || now.equals(seen) || now.outdated() ? ask(key, question) : now;
        });
    }

    private Answer awaited(@Nullable Answer seen, Key key, Supplier<?> question, ReadTerms terms) {
        try {
            return told(asking(seen, key, question).answer().get(), Origin.ASKED, key, terms);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A newer answer than the one at hand, or that one. For what a change made outdated only an account that fails is reason. */
    private Answer newer(Answer present, Key key, Supplier<?> question, ReadTerms terms) {
        Asking asking = asking(present, key, question);
        // Who comes later does not wait as long again for an account that is known to be slow.
        Duration patience = settings.patience().minus(Duration.between(asking.since(), clock.instant()));
        try {
            CompletableFuture<Answer> answer = asking.answer();
            Answer asked = present.outdated()
                    ? answer.get()
                    : answer.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
            return told(asked, Origin.ASKED, key, terms);
        } catch (TimeoutException e) {
            return told(present, Origin.KEPT_AS_ACCOUNT_IS_SLOW, key, terms);
        } catch (ExecutionException e) {
            RuntimeException failure = failure(e);
            if (isAway(failure)) {
                return told(present, Origin.KEPT_AS_ACCOUNT_IS_AWAY, key, terms);
            }
            throw failure;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** An answer that is kept, however old. */
    @Nullable
    Answer present(Key key) {
        return kept.getIfPresent(key);
    }

    /** Keeps what a change told, unless something was changed since. */
    void keep(Key key, Object value, long sinceChange) {
        keep(key, Answer.of(value, clock.instant()), sinceChange);
    }

    /** Keeps that there is no such thing any more. */
    void keepMissing(Key key, NotFoundException failure) {
        kept.put(key, Answer.missing(failure, clock.instant()));
    }

    /** Makes a change, before and after which what it affects is outdated. */
    <T> T changing(Predicate<Key> affected, Supplier<T> change) {
        changed(affected);
        try {
            return change.get();
        } finally {
            changed(affected);
        }
    }

    /** Makes a change as above, and keeps what it told unless another was made meanwhile, which may have come after it. */
    <T> T changing(Predicate<Key> affected, Key told, Supplier<T> change) {
        long before = changed(affected);
        T changed;
        long after;
        try {
            changed = change.get();
        } finally {
            after = changed(affected);
        }
        if (after == before + 1) {
            keep(told, changed, after);
        }
        return changed;
    }

    /**
     * Says that something is about to be changed, or has been.
     *
     * @return how many changes there were
     */
    long changed(Predicate<Key> affected) {
        long now = changes.incrementAndGet();
        underWay.forget(affected);
        kept.asMap().replaceAll((key, answer) -> affected.test(key) ? answer.asOutdated() : answer);
        return now;
    }

    private Answer ask(Key key, Supplier<?> question) {
        long before = changes.get();
        Instant at = clock.instant();
        try {
            Answer asked = Answer.of(question.get(), at);
            keep(key, asked, before);
            return asked;
        } catch (NotFoundException e) {
            kept.asMap().computeIfPresent(key, (k, old) -> Answer.missing(e, at));
            throw e;
        } catch (NotAuthenticatedException | NotAllowedException e) {
            // Whoever asked may not be waiting any more; who asks next must not be told what these credentials may not
            // see.
            kept.invalidate(key);
            throw e;
        }
    }

    private void keep(Key key, Answer answer, long sinceChange) {
        // Within the key's own lock: a change that comes after this marks what is kept here.
        kept.asMap().compute(key, (k, old) -> changes.get() == sinceChange ? answer : old);
    }

    private Answer told(Answer answer, Origin origin, Key key, ReadTerms terms) {
        Duration age = answer.age(clock.instant());
        Duration left = (answer.outdated() ? Duration.ZERO : fresh(key)).minus(age);
        terms.told().accept(new Freshness(origin, age, left));
        NotFoundException missing = answer.missing();
        if (missing != null) {
            throw missing;
        }
        return answer;
    }

    private Duration fresh(Key key) {
        return key.kind().isList() ? settings.freshLists() : settings.fresh();
    }

    private static boolean isAway(RuntimeException failure) {
        return failure instanceof UnavailableException
                || failure instanceof RateLimitedException
                || failure instanceof UnexpectedAnswerException;
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("asking an account failed", e);
    }

    private static UnavailableException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new UnavailableException(
                "The call was interrupted while it waited for the account.", "Try again.", null, cause);
    }
}
