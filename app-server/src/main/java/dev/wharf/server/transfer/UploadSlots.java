package dev.wharf.server.transfer;

import dev.wharf.failure.UnavailableException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.server.ServerSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** How many archives are received at once; who comes beyond that is asked to come again, before anything is read. */
@Singleton
public class UploadSlots {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore slots;
    private final long maxBytes;
    private final Duration maxTime;
    private final ArchiveTraffic traffic;

    UploadSlots(ServerSettings settings, ArchiveTraffic traffic) {
        this.traffic = traffic;
        this.slots = new Semaphore(settings.concurrentUploads());
        this.maxBytes = settings.maxArchiveBytes();
        this.maxTime = settings.uploadTime();
    }

    /**
     * Receives the archive that a request brings, in a slot of its own.
     *
     * @param <T> what it becomes
     * @param request the request
     * @param receive receives the archive
     * @return what it became
     * @throws UnavailableException if all slots are taken
     */
    public <T> T receive(HttpRequest<?> request, Function<ArchiveSource, T> receive) {
        try (UploadedArchive archive = UploadedArchive.of(request, maxBytes, maxTime)) {
            if (!slots.tryAcquire()) {
                throw new UnavailableException(
                        "The server is receiving as many archives as it may: try again in a moment.",
                        RETRY_AFTER,
                        null);
            }
            try {
                return receive.apply(traffic.counted(archive));
            } finally {
                slots.release();
            }
        }
    }
}
