package dev.wharf.cache;

import dev.wharf.failure.UnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Questions under way: one for all who ask the same at once, asked on nobody's own thread, so that who gives up stops no other. */
final class SharedQuestions {
    private final InstantSource clock;
    private final Executor executor;
    private final ConcurrentMap<Key, Asking> underWay = new ConcurrentHashMap<>();

    SharedQuestions(InstantSource clock, Executor executor) {
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * A question under way.
     *
     * @param answer its answer, when it comes
     * @param since when it was asked
     */
    record Asking(CompletableFuture<Answer> answer, Instant since) {}

    /** The question that is under way, or this one. */
    Asking ask(Key key, Supplier<Answer> question) {
        Asking mine = new Asking(new CompletableFuture<>(), clock.instant());
        Asking other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        try {
            executor.execute(() -> answer(key, mine, question));
        } catch (RejectedExecutionException e) {
            underWay.remove(key, mine);
            mine.answer()
                    .completeExceptionally(
                            new UnavailableException("This program is stopping.", "Try again later.", null, e));
        }
        return mine;
    }

    /** Lets who asks from now on ask anew; who waits gets the answer all the same. */
    void forget(Predicate<Key> which) {
        underWay.keySet().removeIf(which);
    }

    private void answer(Key key, Asking mine, Supplier<Answer> question) {
        try {
            Answer answer = question.get();
            underWay.remove(key, mine);
            mine.answer().complete(answer);
        } catch (RuntimeException | Error e) {
            underWay.remove(key, mine);
            mine.answer().completeExceptionally(e);
        }
    }
}
