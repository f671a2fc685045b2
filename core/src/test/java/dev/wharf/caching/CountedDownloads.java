package dev.wharf.caching;

import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry whose downloads are counted, and a cache before it. */
abstract class CountedDownloads {
    static final byte[] ONE = SampleArchives.connector("one");

    final PackageRegistry upstream = HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore())
            .accountOf(new Principal(new UserId("ada"), Role.ADMIN))
            .packages();
    final AtomicInteger downloads = new AtomicInteger();
    volatile Runnable beforeDownload = () -> {};

    final InMemoryArchiveStore store = new InMemoryArchiveStore();
    final CachingRegistry registry = caching(1_000_000);

    CachingRegistry caching(long maxBytes) {
        return new CachingRegistry(
                new Counting(), store, new ArchiveCache(store, maxBytes, new MovableClock()), 1_000_000);
    }

    PackageId upload(byte[] bytes) {
        return upstream.create(ArchiveSource.of(bytes)).id();
    }

    static byte[] download(PackageRegistry from, PackageId id) {
        try (ArchiveDownload download = from.download(id)) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The registry behind, its downloads counted. */
    final class Counting extends ForwardingRegistry {
        Counting() {
            super(upstream);
        }

        @Override
        public ArchiveDownload download(PackageId id) {
            downloads.incrementAndGet();
            beforeDownload.run();
            return super.download(id);
        }
    }
}
