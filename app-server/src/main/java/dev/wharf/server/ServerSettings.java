package dev.wharf.server;

import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.registry.SetupTestSettings;
import dev.wharf.registry.SyncSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the operator decides, as {@code wharf.*} in YAML or {@code WHARF_*} in the environment.
 *
 * @param data the data directory
 * @param accountName what people call the account
 * @param binding how many connections one package may serve
 * @param maxArchiveBytes the most bytes of an archive
 * @param archiveGrace how long an archive stays after the last package let go of it
 * @param concurrentUploads how many archives are received at once
 * @param uploadsPerUser how many of them may be of one user; 0 for half
 * @param uploadTime how long an archive may take to arrive
 * @param uploadPatience how long an archive is waited for before its speed counts
 * @param uploadMinSpeed how many bytes must come in a second while it is waited for
 * @param headTime how long a request's line and headers may take
 * @param answerPatience how long a piece of an answer may wait to be taken
 * @param connectionsPerAddress how many connections one address may have; 0 for any number
 */
@ConfigurationProperties("wharf")
public record ServerSettings(
        @Bindable(defaultValue = "wharf-data") Path data,
        @Bindable(defaultValue = "wharf") String accountName,
        @Bindable(defaultValue = "SINGLE") BindingPolicy binding,
        @Bindable(defaultValue = "209715200") long maxArchiveBytes,
        @Bindable(defaultValue = "24h") Duration archiveGrace,
        @Bindable(defaultValue = "16") int concurrentUploads,
        @Bindable(defaultValue = "0") int uploadsPerUser,
        @Bindable(defaultValue = "30m") Duration uploadTime,
        @Bindable(defaultValue = "20s") Duration uploadPatience,
        @Bindable(defaultValue = "1024") long uploadMinSpeed,
        @Bindable(defaultValue = "20s") Duration headTime,
        @Bindable(defaultValue = "2m") Duration answerPatience,
        @Bindable(defaultValue = "512") int connectionsPerAddress) {

    /**
     * How many archives are received of one user at once.
     *
     * @return as set, else half of all, at least one
     */
    public int uploadsOfUser() {
        return uploadsPerUser > 0 ? uploadsPerUser : Math.max(1, concurrentUploads / 2);
    }

    RegistrySettings registry(SetupTestSettings setupTests, SyncSettings syncs) {
        return new RegistrySettings(
                accountName,
                binding,
                ArchiveLimits.DEFAULT.withMaxBytes(maxArchiveBytes),
                archiveGrace,
                setupTests,
                syncs);
    }
}
