package dev.wharf.http;

import io.micronaut.serde.ObjectMapper;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What reads and writes the wire records. The first one takes longer to make than most calls, and all that talks HTTP waits for it; so
 * a program that knows early that it will need it can have it made beside its other work.
 *
 * <p>It is made by a thread of its own: a thread that is interrupted, as callers may be, cannot read the libraries it is made from.
 */
final class WireMapper {
    private static final FutureTask<ObjectMapper> MADE = new FutureTask<>(ObjectMapper::getDefault);

    private WireMapper() {}

    /** Has it made, unless it is or somebody is at it. */
    static void prepare() {
        if (!MADE.isDone()) {
            Thread thread = new Thread(MADE, "wharf-prepare");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Has it made and waits for it, also when interrupted; the caller stays interrupted then. */
    static ObjectMapper get() {
        prepare();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return MADE.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            // Not kept: what failed once need not fail again.
            return ObjectMapper.getDefault();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
