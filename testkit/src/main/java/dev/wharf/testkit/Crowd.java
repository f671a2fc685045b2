package dev.wharf.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that begin at the same moment. */
public final class Crowd {
    private Crowd() {}

    /**
     * Runs one task per member, all at once; what one throws fails the test.
     *
     * @param <T> what a task answers
     * @param members how many
     * @param task what the member of a number does, from 0
     * @return their answers, in the order of the members
     */
    public static <T> List<T> of(int members, IntFunction<T> task) {
        CyclicBarrier start = new CyclicBarrier(members);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            int member = i;
            tasks.add(() -> {
                start.await();
                return task.apply(member);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(members);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the crowd was at work", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a member of the crowd failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
