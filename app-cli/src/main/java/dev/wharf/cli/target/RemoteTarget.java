package dev.wharf.cli.target;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceEvent;
import dev.wharf.http.resilience.ResilienceEvent.OddAnswer;
import dev.wharf.http.resilience.ResilienceEvent.OldAnswer;
import dev.wharf.http.resilience.ResilienceEvent.Repeating;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An account behind the REST API. Loading this class loads the HTTP client, which costs more than most commands. */
final class RemoteTarget implements OpenTarget {
    /** Longer waits that the registry asks for are told to everybody. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private final ResilientAccount account;
    private final FileArchiveStore archives;
    private final Function<PackageRegistry, Downloads> prepare;
    private final DeployRecords deploys;
    private @Nullable Downloads downloads;

    private RemoteTarget(
            ResilientAccount account,
            FileArchiveStore archives,
            DeployRecords deploys,
            Function<PackageRegistry, Downloads> prepare) {
        this.account = account;
        this.archives = archives;
        this.deploys = deploys;
        this.prepare = prepare;
    }

    static RemoteTarget open(
            Target.Remote remote,
            DataDirectory directory,
            Function<Account, DeployRecords> deploys,
            Pace pace,
            Consumer<String> told,
            Consumer<String> noted,
            Consumer<String> warned,
            Function<PackageRegistry, Downloads> downloads) {
        Credentials credentials = remote.credentials()
                .orElseThrow(() -> new NotAuthenticatedException(
                        "No credentials were found for " + shown(remote.url()) + ".", null))
                .credentials();
        HttpAccountSettings settings = HttpAccountSettings.of(remote.url(), credentials)
                .withNetwork(remote.network())
                .asRenewing();
        FileArchiveStore archives = new FileArchiveStore(directory.archives());
        ResilientAccount account = ResilientAccount.connect(
                remote.timeout() == null ? settings : settings.withReadTimeout(remote.timeout()),
                resilience(remote.maxWait()),
                event -> listener(event, told, noted, warned).accept(event.text()),
                pace);
        return new RemoteTarget(account, archives, deploys.apply(account), downloads);
    }

    /** Without what can hold a password or a token. */
    private static String shown(URI url) {
        return url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null
                ? url.toString()
                : url.getScheme() + "://" + url.getHost();
    }

    /** A wait that the user allowed is no part of the time that a call may take. */
    private static ResilienceSettings resilience(@Nullable Duration maxWait) {
        ResilienceSettings usual = ResilienceSettings.DEFAULT;
        return maxWait == null
                ? usual
                : usual.withLongestRetryAfter(maxWait)
                        .withDeadline(usual.deadline().plus(maxWait));
    }

    /** Nobody shall wonder for long why nothing happens. */
    private static Consumer<String> listener(
            ResilienceEvent event, Consumer<String> told, Consumer<String> noted, Consumer<String> warned) {
        if (event instanceof OldAnswer || event instanceof OddAnswer) {
            return warned;
        }
        boolean isLongWait = event instanceof Repeating repeating
                && repeating.isAskedFor()
                && repeating.pause().compareTo(LONG) >= 0;
        return isLongWait ? noted : told;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        Downloads prepared = downloads;
        if (prepared == null) {
            prepared = prepare.apply(account.packages());
            downloads = prepared;
        }
        return prepared.open(id);
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
    public DeployRecords deploys() {
        return deploys;
    }

    @Override
    public void close() {
        if (downloads != null) {
            downloads.close();
        }
        deploys.close();
        archives.close();
        account.close();
    }
}
