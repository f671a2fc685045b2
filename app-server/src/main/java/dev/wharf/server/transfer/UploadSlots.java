package dev.wharf.server.transfer;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.server.ServerSettings;
import dev.wharf.server.request.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;

/**
 * How many archives are received at once, in all and of one user; who comes beyond that is asked to come again, before anything
 * is read. What comes too slowly is ended, so that nobody holds a slot without using it.
 */
@Singleton
public class UploadSlots {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int CHECKS = 4;

    private final int most;
    private final int mostOfUser;
    private final long maxBytes;
    private final UploadPace pace;
    private final ArchiveTraffic traffic;
    private final TaskScheduler scheduler;
    private final Map<String, Integer> taken = new HashMap<>();
    private int takenInAll;

    UploadSlots(
            ServerSettings settings, ArchiveTraffic traffic, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.traffic = traffic;
        this.scheduler = scheduler;
        this.most = settings.concurrentUploads();
        this.mostOfUser = settings.uploadsOfUser();
        this.maxBytes = settings.maxArchiveBytes();
        this.pace = new UploadPace(settings.uploadTime(), settings.uploadPatience(), settings.uploadMinSpeed());
    }

    /**
     * Receives the archive that a request brings, in a slot of its own.
     *
     * @param <T> what it becomes
     * @param request the request
     * @param receive receives the archive
     * @return what it became
     * @throws UnavailableException if all slots are taken
     * @throws RateLimitedException if the caller has taken a user's share of them
     */
    public <T> T receive(HttpRequest<?> request, Function<ArchiveSource, T> receive) {
        String user = Caller.userOf(request);
        try (UploadedArchive archive = UploadedArchive.of(request, maxBytes, pace)) {
            take(user);
            ScheduledFuture<?> checks = scheduler.scheduleAtFixedRate(interval(), interval(), archive::check);
            try {
                return receive.apply(traffic.counted(archive));
            } finally {
                checks.cancel(false);
                release(user);
            }
        }
    }

    private Duration interval() {
        return pace.patience().dividedBy(CHECKS).plusMillis(1);
    }

    private synchronized void take(String user) {
        if (takenInAll >= most) {
            throw new UnavailableException(
                    "The server is receiving as many archives as it can.", "Try again in a moment.", RETRY_AFTER, null);
        }
        if (taken.getOrDefault(user, 0) >= mostOfUser) {
            throw new RateLimitedException(
                    "You are sending the most archives that one user may send at once:" + " " + mostOfUser + ".",
                    "Wait until one of them has arrived.",
                    RETRY_AFTER,
                    null);
        }
        taken.merge(user, 1, Integer::sum);
        takenInAll++;
    }

    private synchronized void release(String user) {
        taken.computeIfPresent(user, (same, count) -> count == 1 ? null : count - 1);
        takenInAll--;
    }
}
