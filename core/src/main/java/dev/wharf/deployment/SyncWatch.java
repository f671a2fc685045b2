package dev.wharf.deployment;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.port.Account;
import dev.wharf.port.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a connection's sync. That it ended is told by {@code succeeded_at} or {@code failed_at} being another than before it was
 * asked for: the account's clock and ours are never compared. An account begins no sync while another is under way, which may have
 * begun with what was there before.
 */
public final class SyncWatch {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Account account;
    private final Pace pace;

    /**
     * A watch.
     *
     * @param account where the connection is
     * @param pace how time passes
     */
    public SyncWatch(Account account, Pace pace) {
        this.account = account;
        this.pace = pace;
    }

    /** How a sync ended. */
    public enum End {
        /** Well. */
        SUCCEEDED,
        /** It failed. */
        FAILED,
        /** It had not when waiting did. */
        NOT_YET
    }

    /**
     * What became of a sync.
     *
     * @param end how it ended
     * @param connection the connection as it was told last
     */
    public record Seen(End end, Connection connection) {}

    /**
     * Has a connection begin to sync.
     *
     * @param id the connection
     * @return the connection as it was before
     * @throws WharfException whatever the account's operations throw
     */
    public Connection begin(ConnectionId id) {
        Connection before = account.connections().retrieve(id);
        account.connections().sync(id);
        return before;
    }

    /**
     * Waits for a sync to end; asks at growing intervals, of half a minute at most. An account that does not answer for a while is
     * asked again. One that was syncing already has begun none: then the sync is asked for again once that one has ended.
     *
     * @param before the connection as it was before the sync was asked for
     * @param atMost how long to wait
     * @return what became of the sync
     * @throws InterruptedException if the thread is interrupted; the sync goes on then
     * @throws WharfException whatever the account's operations throw
     */
    public Seen await(Connection before, Duration atMost) throws InterruptedException {
        Instant until = pace.instant().plus(atMost);
        Duration wait = FIRST_PAUSE;
        ConnectionStatus since = before.status();
        boolean asked = !ConnectionStatus.SYNCING.equals(since.syncState());
        Connection now = before;
        while (pace.instant().isBefore(until)) {
            Duration left = Duration.between(pace.instant(), until);
            pace.pause(wait.compareTo(left) < 0 ? wait : left);
            wait = longer(wait);
            try {
                now = account.connections().retrieve(before.id());
                End end = end(since, now.status());
                if (asked && end != End.NOT_YET) {
                    return new Seen(end, now);
                }
                if (!asked
                        && (end != End.NOT_YET
                                || !ConnectionStatus.SYNCING.equals(now.status().syncState()))) {
                    account.connections().sync(before.id());
                    asked = true;
                    since = now.status();
                    wait = FIRST_PAUSE;
                }
            } catch (UnavailableException | RateLimitedException mayPass) {
                wait = LONGEST_PAUSE;
            }
        }
        return new Seen(End.NOT_YET, now);
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private static End end(ConnectionStatus before, ConnectionStatus now) {
        boolean succeeded = isNew(before.succeededAt(), now.succeededAt());
        boolean failed = isNew(before.failedAt(), now.failedAt());
        if (succeeded && failed) {
            return Objects.requireNonNull(now.succeededAt()).isBefore(now.failedAt()) ? End.FAILED : End.SUCCEEDED;
        }
        if (failed) {
            return End.FAILED;
        }
        return succeeded ? End.SUCCEEDED : End.NOT_YET;
    }

    private static boolean isNew(@Nullable Instant before, @Nullable Instant now) {
        return now != null && !now.equals(before);
    }
}
