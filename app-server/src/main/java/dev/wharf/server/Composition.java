package dev.wharf.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.port.ArchiveStore;
import dev.wharf.registry.ApiKeys;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.server.request.Accounts;
import dev.wharf.server.request.Authenticator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the server is made of: a hosted registry over SQLite and files in one data directory. */
@Factory
final class Composition {

    @Singleton
    DataDirectory dataDirectory(ServerSettings settings) {
        return new DataDirectory(settings.data()).create();
    }

    @Singleton
    @Bean(preDestroy = "close")
    JdbcCatalog catalog(DataDirectory directory) {
        return JdbcCatalog.sqlite(directory.catalog());
    }

    @Singleton
    @Bean(preDestroy = "close")
    FileArchiveStore archives(DataDirectory directory) {
        FileArchiveStore archives = new FileArchiveStore(directory.archives());
        archives.removeLeftovers();
        return archives;
    }

    @Singleton
    HostedRegistry registry(JdbcCatalog catalog, ArchiveStore archives, ServerSettings settings, AuditLog auditLog) {
        return new HostedRegistry(catalog, archives, settings.registry(), InstantSource.system(), auditLog::write);
    }

    @Singleton
    ApiKeys apiKeys(JdbcCatalog catalog) {
        return new ApiKeys(catalog, InstantSource.system());
    }

    @Singleton
    Accounts accounts(HostedRegistry registry) {
        return registry::accountOf;
    }

    @Singleton
    Authenticator authenticator(ApiKeys keys) {
        return keys::authenticate;
    }
}
