package dev.wharf.cache;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.wharf.cache.Freshness.Origin;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An account that is watched, may be away, and has a cache before it. */
abstract class WatchedAccount {
    static final byte[] ONE = SampleArchives.connector("one");
    static final byte[] TWO = SampleArchives.connector("two");
    static final PageRequest PAGE = PageRequest.first(10);
    static final Duration FRESH = Duration.ofMinutes(2);

    final Account behind = HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore())
            .accountOf(new Principal(new UserId("ada"), Role.ADMIN));
    final PackageRegistry watched = mock(PackageRegistry.class, delegatesTo(behind.packages()));
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    final ExecutorService executor = Executors.newCachedThreadPool();
    final List<Freshness> told = Collections.synchronizedList(new ArrayList<>());
    final CachedAccount cached = cached(CacheSettings.DEFAULT);
    final Account account = cached.view(new ReadTerms(null, true, told::add));
    ConnectorPackage one;

    @BeforeEach
    void upload() {
        one = behind.packages().create(ArchiveSource.of(ONE));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    CachedAccount cached(CacheSettings settings) {
        Account observed = mock(Account.class, delegatesTo(behind));
        doReturn(watched).when(observed).packages();
        return new CachedAccount(observed, settings, now::get, executor);
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void away(WharfException failure) {
        doThrow(failure).when(watched).retrieve(any());
        doThrow(failure).when(watched).list(any());
    }

    Origin lastOrigin() {
        return told.get(told.size() - 1).origin();
    }
}
