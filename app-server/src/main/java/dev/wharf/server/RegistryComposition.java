package dev.wharf.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.port.ArchiveStore;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.server.request.Accounts;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The account of a registry of one's own: packages in the catalog, archives in files. */
@Factory
@Requires(missingProperty = UpstreamSettings.URL)
final class RegistryComposition {

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
    Accounts accounts(HostedRegistry registry) {
        return (principal, notes) -> registry.accountOf(principal);
    }
}
