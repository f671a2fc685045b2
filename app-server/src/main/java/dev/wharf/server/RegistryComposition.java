package dev.wharf.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.filesystem.SealingKeyFile;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.SealingKey;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.SealingKeys;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SetupTestSettings;
import dev.wharf.registry.SyncOutcome;
import dev.wharf.registry.SyncSettings;
import dev.wharf.server.request.Accounts;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    SetupTestSettings setupTests(
            @Property(name = "wharf.setup-tests", defaultValue = "PASS") SetupTestOutcome usual,
            PropertyResolver properties) {
        Map<String, SetupTestOutcome> ofConnections = new HashMap<>();
        properties
                .getProperties("wharf.setup-test-outcomes", StringConvention.RAW)
                .forEach((name, outcome) -> ofConnections.put(
                        name, SetupTestOutcome.valueOf(outcome.toString().toUpperCase(Locale.ROOT))));
        return new SetupTestSettings(usual, ofConnections);
    }

    @Singleton
    SyncSettings syncs(
            @Property(name = "wharf.sync-time", defaultValue = "5s") Duration time,
            @Property(name = "wharf.sync-outcome", defaultValue = "SUCCEED") SyncOutcome usual,
            PropertyResolver properties) {
        Map<String, SyncOutcome> ofConnections = new HashMap<>();
        properties
                .getProperties("wharf.sync-outcomes", StringConvention.RAW)
                .forEach((name, outcome) -> ofConnections.put(
                        name, SyncOutcome.valueOf(outcome.toString().toUpperCase(Locale.ROOT))));
        return new SyncSettings(time, usual, ofConnections);
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
            keys = keys.behind(SealingKey.parse(old));
        }
        return keys.behind(SealingKey.parse(key));
    }

    @Singleton
    HostedRegistry registry(
            JdbcCatalog catalog,
            ArchiveStore archives,
            ServerSettings settings,
            SetupTestSettings setupTests,
            SyncSettings syncs,
            AuditLog auditLog,
            SealingKeys sealingKeys) {
        return new HostedRegistry(
                        catalog,
                        archives,
                        settings.registry(setupTests, syncs),
                        InstantSource.system(),
                        auditLog::write)
                .sealing(sealingKeys);
    }

    @Singleton
    Accounts accounts(HostedRegistry registry) {
        return (principal, notes) -> registry.accountOf(principal);
    }
}
