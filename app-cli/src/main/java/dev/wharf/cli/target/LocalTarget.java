package dev.wharf.cli.target;

import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.registry.HostedRegistry;

/** The embedded registry, its user an administrator. */
final class LocalTarget implements OpenTarget {
    private static final int MAX_NAME = 100;

    private final JdbcCatalog catalog;
    private final FileArchiveStore archives;
    private final Account account;

    private LocalTarget(JdbcCatalog catalog, FileArchiveStore archives, UserId user) {
        this.catalog = catalog;
        this.archives = archives;
        this.account = HostedRegistry.over(catalog, archives).accountOf(new Principal(user, Role.ADMIN));
    }

    static LocalTarget open(DataDirectory directory, String userName) {
        directory.create();
        FileArchiveStore archives = new FileArchiveStore(directory.archives());
        return new LocalTarget(JdbcCatalog.sqlite(directory.catalog()), archives, user(userName));
    }

    @Override
    public Account account() {
        return account;
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
    public void close() {
        archives.close();
        catalog.close();
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
