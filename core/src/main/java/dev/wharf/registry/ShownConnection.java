package dev.wharf.registry;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.SyncRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a hosted registry as its account tells it. Where nothing was asked for, the vendor's service tells its own default and
 * never null (its OpenAPI definition requires these fields, and its Terraform provider and command line read them unchecked); so it is
 * here.
 */
final class ShownConnection {
    private static final int DEFAULT_FREQUENCY = 360;
    private static final int DAILY = 1440;
    private static final Schedule DEFAULT_SCHEDULE = new Schedule("auto", null, true, "NORMAL", 0);
    private static final Fields ALWAYS = Fields.NONE.with("service_version", 0);

    private ShownConnection() {}

    static Connection of(Connection kept, @Nullable SyncRun last, Instant now) {
        Integer frequency = kept.syncFrequencyMinutes();
        SchemaNaming naming = kept.naming();
        return kept.showing(
                        naming == null ? SchemaNaming.FIVETRAN : naming,
                        networking(kept.networking()),
                        schedule(kept),
                        frequency == null ? DEFAULT_FREQUENCY : frequency)
                .faring(status(kept, last, now))
                .telling(ALWAYS.and(kept.others()));
    }

    private static Networking networking(Networking kept) {
        return kept.method() != null
                ? kept
                : new Networking(
                        kept.proxyAgentId() == null ? Networking.DIRECTLY : Networking.PROXY_AGENT,
                        kept.proxyAgentId(),
                        kept.privateLinkId(),
                        kept.hybridDeploymentAgentId(),
                        kept.proxyHostKey());
    }

    /** The hour of a daily sync is told while there is one. */
    private static Schedule schedule(Connection connection) {
        Schedule kept = connection.schedule();
        Integer frequency = connection.syncFrequencyMinutes();
        return new Schedule(
                or(kept.type(), DEFAULT_SCHEDULE.type()),
                frequency != null && frequency == DAILY ? kept.dailySyncTime() : null,
                or(kept.pauseAfterTrial(), DEFAULT_SCHEDULE.pauseAfterTrial()),
                or(kept.dataDelaySensitivity(), DEFAULT_SCHEDULE.dataDelaySensitivity()),
                or(kept.dataDelayThresholdMinutes(), DEFAULT_SCHEDULE.dataDelayThresholdMinutes()));
    }

    /** A connection without a package is still to be set up. */
    private static ConnectionStatus status(Connection kept, @Nullable SyncRun last, Instant now) {
        boolean syncing = last != null && last.isUnderWay(now);
        return new ConnectionStatus(
                kept.packageId() == null ? ConnectionStatus.INCOMPLETE : ConnectionStatus.CONNECTED,
                kept.paused()
                        ? ConnectionStatus.PAUSED
                        : syncing ? ConnectionStatus.SYNCING : ConnectionStatus.SCHEDULED,
                ConnectionStatus.ON_SCHEDULE,
                last != null && last.isHistorical(now),
                last == null ? null : last.succeededAt(now),
                last == null ? null : last.failedAt(now));
    }

    private static <T> @Nullable T or(@Nullable T kept, @Nullable T otherwise) {
        return kept == null ? otherwise : kept;
    }
}
