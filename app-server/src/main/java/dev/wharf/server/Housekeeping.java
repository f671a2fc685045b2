package dev.wharf.server;

import dev.wharf.failure.WharfException;
import dev.wharf.registry.HostedRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes, now and then, the archives nobody refers to any more; and forgets old keys of uploads. */
@Singleton
@Requires(missingProperty = UpstreamSettings.URL)
class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final HostedRegistry registry;

    Housekeeping(HostedRegistry registry) {
        this.registry = registry;
    }

    @Scheduled(initialDelay = "${wharf.sweep-delay:1m}", fixedDelay = "${wharf.sweep-interval:1h}")
    void sweep() {
        try {
            int deleted = registry.sweep();
            if (deleted > 0) {
                LOG.info("Deleted {} archives that no package uses", deleted);
            }
            registry.forgetUploads();
        } catch (WharfException e) {
            LOG.warn("Could not delete unused archives and old keys. The next attempt follows", e);
        }
    }
}
