package dev.wharf.cli.target;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.Pace;
import java.util.function.Consumer;

/** An account behind the REST API. Loading this class loads the HTTP client, which costs more than most commands. */
final class RemoteTarget implements OpenTarget {
    private final ResilientAccount account;
    private final FileArchiveStore archives;

    private RemoteTarget(ResilientAccount account, FileArchiveStore archives) {
        this.account = account;
        this.archives = archives;
    }

    static RemoteTarget open(Target.Remote remote, DataDirectory directory, Pace pace, Consumer<String> eventLines) {
        Credentials credentials = remote.credentials()
                .orElseThrow(() ->
                        new NotAuthenticatedException("No credentials were found for " + remote.url() + ".", null))
                .credentials();
        HttpAccountSettings settings = HttpAccountSettings.of(remote.url(), credentials);
        return new RemoteTarget(
                ResilientAccount.connect(
                        remote.timeout() == null ? settings : settings.withReadTimeout(remote.timeout()),
                        ResilienceSettings.DEFAULT,
                        event -> eventLines.accept(event.text()),
                        pace),
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
