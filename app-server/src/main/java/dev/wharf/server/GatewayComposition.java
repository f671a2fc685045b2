package dev.wharf.server;

import dev.wharf.cache.CachedAccount;
import dev.wharf.cache.ReadTerms;
import dev.wharf.caching.ArchiveCache;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.gateway.Gateway;
import dev.wharf.gateway.GatewaySettings;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.http.told.Services;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.ArchiveStore;
import dev.wharf.server.request.Accounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The account of somebody else, published through a gateway: asked over HTTP, remembered, and its archives kept in files. */
@Factory
@Requires(property = UpstreamSettings.URL)
final class GatewayComposition {

    @Singleton
    HttpAccountSettings where(
            UpstreamSettings settings,
            @Property(name = "wharf.upstream.key") @Nullable String key,
            @Property(name = "wharf.upstream.secret") @Nullable String secret,
            @Property(name = UpstreamNetwork.PROXY) @Nullable String proxy,
            @Property(name = UpstreamNetwork.CA_FILE) @Nullable String caFile) {
        return HttpAccountSettings.of(settings.url(), credentials(key, secret))
                .withReadTimeout(settings.timeout())
                .withNetwork(UpstreamNetwork.of(proxy, caFile, System.getenv()))
                .withServices(Services.ALL);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ResilientAccount upstream(HttpAccountSettings where, UpstreamSettings settings, UpstreamEvents events) {
        return ResilientAccount.connect(where, settings.resilience(), events);
    }

    @Singleton
    CachedAccount remembered(
            ResilientAccount upstream,
            UpstreamSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        return new CachedAccount(upstream, settings.cache(), InstantSource.system(), executor);
    }

    @Singleton
    @Bean(preDestroy = "close")
    FileArchiveStore archives(DataDirectory directory) {
        FileArchiveStore archives = new FileArchiveStore(directory.cache());
        archives.removeLeftovers();
        return archives;
    }

    @Singleton
    ArchiveCache archiveCache(ArchiveStore archives, UpstreamSettings settings) {
        ArchiveCache cache = new ArchiveCache(archives, settings.cacheBytes(), InstantSource.system());
        cache.trim();
        return cache;
    }

    @Singleton
    Gateway gateway(
            JdbcCatalog catalog,
            ArchiveStore archives,
            ArchiveCache cache,
            ServerSettings server,
            UpstreamSettings upstream,
            AuditLog auditLog,
            MeterRegistry meters) {
        GatewaySettings settings = new GatewaySettings(
                server.binding(),
                ArchiveLimits.DEFAULT.withMaxBytes(server.maxArchiveBytes()),
                upstream.checks(),
                upstream.lease());
        Gateway gateway = new Gateway(catalog, archives, cache, settings, InstantSource.system(), auditLog::write);
        FunctionCounter.builder("wharf.upstream.archives.served", gateway, Gateway::archivesServed)
                .register(meters);
        FunctionCounter.builder("wharf.upstream.archives.fetched", gateway, Gateway::archivesFetched)
                .register(meters);
        return gateway;
    }

    @Singleton
    Accounts accounts(Gateway gateway, CachedAccount remembered, UpstreamEvents events) {
        CachedAccount asking = remembered.view(ReadTerms.ASKING);
        return (principal, notes) -> {
            ReadTerms wanted = notes.terms();
            ReadTerms counted =
                    new ReadTerms(wanted.maxAge(), wanted.old(), wanted.told().andThen(events::read));
            return gateway.accountOf(principal, remembered.view(counted), asking, notes::remark);
        };
    }

    private static Credentials credentials(@Nullable String key, @Nullable String secret) {
        if (key != null && secret != null) {
            return Credentials.parse(key, secret);
        }
        return Credentials.parseJoined(key == null ? "" : key)
                .orElseThrow(() -> new InvalidRequestException(
                        "A gateway needs the credentials of the account behind" + " it.",
                        "Set WHARF_UPSTREAM_KEY and"
                                + " WHARF_UPSTREAM_SECRET, or WHARF_UPSTREAM_KEY to both, joined by a"
                                + " colon, in base64."));
    }
}
