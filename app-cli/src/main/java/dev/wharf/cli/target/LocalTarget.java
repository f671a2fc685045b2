package dev.wharf.cli.target;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.filesystem.SealingKeyFile;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.SealingKey;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.SealingKeys;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The embedded registry, its user an administrator. */
final class LocalTarget implements OpenTarget {
    private static final int MAX_NAME = 100;

    private final JdbcCatalog catalog;
    private final FileArchiveStore archives;
    private final HostedRegistry registry;
    private final Account account;
    private final DeployRecords deploys;
    private volatile boolean letGo;

    private LocalTarget(
            JdbcCatalog catalog,
            FileArchiveStore archives,
            SealingKeys keys,
            UserId user,
            Function<Account, DeployRecords> deploys) {
        this.catalog = catalog;
        this.archives = archives;
        this.registry = new HostedRegistry(
                        catalog, archives, RegistrySettings.DEFAULT, InstantSource.system(), this::notice)
                .sealing(keys);
        this.account = registry.accountOf(new Principal(user, Role.ADMIN));
        this.deploys = deploys.apply(account);
    }

    static LocalTarget open(
            DataDirectory directory,
            String userName,
            @Nullable String secretsKey,
            Function<Account, DeployRecords> deploys) {
        SealingKeys file = new SealingKeyFile(directory.sealingKey());
        SealingKeys keys = secretsKey == null ? file : file.behind(SealingKey.parse(secretsKey));
        directory.create();
        FileArchiveStore archives = new FileArchiveStore(directory.archives());
        return new LocalTarget(JdbcCatalog.sqlite(directory.catalog()), archives, keys, user(userName), deploys);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return account.packages().download(id);
    }

    @Override
    public ArchiveStore archives() {
        return archives;
    }

    @Override
    public boolean makesDestinations() {
        return true;
    }

    @Override
    public DeployRecords deploys() {
        return deploys;
    }

    /** No server looks after this directory, so whoever lets go of an archive clears away those let go of long ago. */
    @Override
    public void close() {
        try {
            if (letGo) {
                registry.sweep();
            }
        } finally {
            deploys.close();
            archives.close();
            catalog.close();
        }
    }

    private void notice(AuditEntry change) {
        letGo |= change.action() == Action.PACKAGE_UPDATED || change.action() == Action.PACKAGE_DELETED;
    }

    /** Systems allow names with dots, blanks and domains, which user identifiers do not have. */
    static UserId user(String name) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = isPlain(c);
            if (plain || !id.isEmpty()) {
                id.append(plain || c == '-' ? c : '_');
            }
        }
        return new UserId(id.isEmpty() ? "local" : id.substring(0, Math.min(id.length(), MAX_NAME)));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
