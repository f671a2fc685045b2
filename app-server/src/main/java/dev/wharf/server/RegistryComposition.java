package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.filesystem.SealingKeyFile;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.SealingKey;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.SealingKeys;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.server.request.Accounts;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

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
    SealingKeys sealingKeys(
            DataDirectory directory,
            @Property(name = "wharf.secrets.key") @Nullable String key,
            @Property(name = "wharf.secrets.old-keys") @Nullable String oldKeys) {
        SealingKeys keys = new SealingKeyFile(directory.sealingKey());
        if (key == null) {
            return keys;
        }
        for (String old : oldKeys == null ? new String[0] : oldKeys.split(",", -1)) {
            keys = keys.behind(parse(old, "wharf.secrets.old-keys"));
        }
        return keys.behind(parse(key, "wharf.secrets.key"));
    }

    @Singleton
    HostedRegistry registry(
            JdbcCatalog catalog,
            ArchiveStore archives,
            ServerSettings settings,
            AuditLog auditLog,
            SealingKeys sealingKeys) {
        return new HostedRegistry(catalog, archives, settings.registry(), InstantSource.system(), auditLog::write)
                .sealing(sealingKeys);
    }

    @Singleton
    Accounts accounts(HostedRegistry registry) {
        return (principal, notes) -> registry.accountOf(principal);
    }

    private static SealingKey parse(String base64, String setting) {
        try {
            return SealingKey.parse(base64);
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException("The setting " + setting + " cannot be what it is. " + e.getMessage());
        }
    }
}
