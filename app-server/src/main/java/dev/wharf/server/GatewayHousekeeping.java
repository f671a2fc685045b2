package dev.wharf.server;

import dev.wharf.cache.CachedAccount;
import dev.wharf.cache.ReadTerms;
import dev.wharf.failure.WharfException;
import dev.wharf.gateway.Gateway;
import dev.wharf.gateway.SettledChange;
import dev.wharf.model.BegunChange;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, at the start of a gateway and now and then, what became of changes whose end nobody saw; says of those under way that
 * they are; and forgets old keys of uploads.
 */
@Singleton
@Requires(property = UpstreamSettings.URL)
class GatewayHousekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayHousekeeping.class);
    private static final Duration FORGETTING = Duration.ofHours(1);

    private final Gateway gateway;
    private final CachedAccount account;
    private final Duration lease;
    private final TaskScheduler scheduler;
    private final List<ScheduledFuture<?>> tasks = new CopyOnWriteArrayList<>();

    GatewayHousekeeping(
            Gateway gateway,
            CachedAccount remembered,
            UpstreamSettings settings,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.gateway = gateway;
        this.account = remembered.view(ReadTerms.ASKING);
        this.lease = settings.lease();
        this.scheduler = scheduler;
    }

    @EventListener
    void begin(ServerStartupEvent started) {
        Duration often = lease.dividedBy(4);
        tasks.add(scheduler.scheduleWithFixedDelay(often, often, this::stillUnderWay));
        tasks.add(scheduler.scheduleWithFixedDelay(Duration.ZERO, lease.dividedBy(2), this::settle));
        tasks.add(scheduler.scheduleWithFixedDelay(FORGETTING, FORGETTING, this::forgetUploads));
    }

    @PreDestroy
    void end() {
        tasks.forEach(task -> task.cancel(false));
    }

    private void stillUnderWay() {
        try {
            gateway.stillUnderWay();
        } catch (WharfException e) {
            LOG.warn("Could not record the changes in progress: {}", e.getMessage());
        }
    }

    private void settle() {
        try {
            gateway.settle(account, GatewayHousekeeping::log);
        } catch (WharfException e) {
            LOG.warn("Could not check the results of interrupted changes: {}", e.getMessage());
        }
    }

    private void forgetUploads() {
        try {
            gateway.forgetUploads();
        } catch (WharfException e) {
            LOG.warn("Could not delete old idempotency keys: {}", e.getMessage());
        }
    }

    private static void log(SettledChange settled) {
        BegunChange begun = settled.begun();
        String what = begun.action() + (begun.subject() == null ? "" : " " + begun.subject())
                + (begun.to() == null ? "" : " to " + begun.to()) + " of " + begun.user() + ", begun at " + begun.at();
        switch (settled.outcome()) {
            case RECORDED -> LOG.info("An interrupted change was made, and is now recorded: {}", what);
            case NOT_MADE -> LOG.info("An interrupted change was not made: {}", what);
            case UNCLEAR ->
                LOG.warn(
                        "The result of an interrupted change is unknown. An administrator must check it: {};" + " {}",
                        what,
                        settled.remark());
        }
    }
}
