package dev.wharf.cli.target;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;

/** An account behind the REST API. Loading this class loads the HTTP client, which costs more than most commands. */
final class RemoteTarget implements OpenTarget {
    private final HttpAccount account;
    private final FileArchiveStore archives;

    private RemoteTarget(HttpAccount account, FileArchiveStore archives) {
        this.account = account;
        this.archives = archives;
    }

    static RemoteTarget open(Target.Remote remote, DataDirectory directory) {
        Credentials credentials = remote.credentials()
                .orElseThrow(() ->
                        new NotAuthenticatedException("No credentials were found for " + remote.url() + ".", null))
                .credentials();
        HttpAccountSettings settings = HttpAccountSettings.of(remote.url(), credentials);
        return new RemoteTarget(
                HttpAccount.connect(remote.timeout() == null ? settings : settings.withReadTimeout(remote.timeout())),
                new FileArchiveStore(directory.archives()));
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
        return false;
    }

    @Override
    public void close() {
        archives.close();
        account.close();
    }
}
