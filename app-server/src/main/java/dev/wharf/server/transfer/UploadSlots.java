package dev.wharf.server.transfer;

import dev.wharf.failure.UnavailableException;
import dev.wharf.server.ServerSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many archives are received at once; who comes beyond that is asked to come again, before anything is read. */
@Singleton
public class UploadSlots {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore slots;

    UploadSlots(ServerSettings settings) {
        this.slots = new Semaphore(settings.concurrentUploads());
    }

    /**
     * Receives an archive in a slot of its own.
     *
     * @param <T> what it becomes
     * @param receive receives it
     * @return what it became
     * @throws UnavailableException if all slots are taken
     */
    public <T> T receive(Supplier<T> receive) {
        if (!slots.tryAcquire()) {
            throw new UnavailableException(
                    "The server is receiving as many archives as it may: try again in a moment.", RETRY_AFTER, null);
        }
        try {
            return receive.get();
        } finally {
            slots.release();
        }
    }
}
