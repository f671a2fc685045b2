package dev.wharf.http;

import dev.wharf.http.told.ToldAccount;
import dev.wharf.http.told.ToldFields;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Fields;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import java.time.Duration;

/**
 * An account over the REST API: the vendor's service, or a wharf-server. Safe for use by many threads; keep one and close it
 * at the end. Calls block, so they must not be made from a Netty event loop. Every call is made once, though a download that breaks
 * off goes on ({@link Resumption#DEFAULT}): what repeats those that
 * may be repeated is {@code dev.wharf.http.resilience.ResilientAccount}.
 */
public final class HttpAccount implements Account, AutoCloseable {
    private final RestClient client;
    private final Resuming resuming;
    private final PackageRegistry packages;
    private final Connections connections;
    private final Destinations destinations;
    private final DeployJournal journal;

    private HttpAccount(RestClient client, Resuming resuming) {
        this.client = client;
        this.resuming = resuming;
        this.packages = new HttpPackages(client, resuming);
        this.connections = new HttpConnections(client);
        this.destinations = new HttpDestinations(client);
        this.journal = new HttpJournal(client);
    }

    /**
     * Begins, beside whatever the program does next, to make what all accounts over HTTP need and what takes longest to make. For
     * programs that run for a second; without it the first {@code connect} makes it.
     */
    public static void prepare() {
        HttpClients.prepare();
    }

    /**
     * Prepares to talk to an account; nothing is sent yet.
     *
     * @param settings where it is and how to talk to it
     * @return the account, which the caller closes
     */
    public static HttpAccount connect(HttpAccountSettings settings) {
        return connect(settings, AnswerListener.NONE);
    }

    /**
     * Prepares to talk to an account; nothing is sent yet.
     *
     * @param settings where it is and how to talk to it
     * @param listener told what answers say beside what was asked
     * @return the account, which the caller closes
     */
    public static HttpAccount connect(HttpAccountSettings settings, AnswerListener listener) {
        return new HttpAccount(new RestClient(settings, listener), Resuming.DEFAULT);
    }

    /**
     * The same account over the same connections, with a bound for each whole call but those that send an archive: of these,
     * and of an archive on its way here, only silence counts. Cheap.
     *
     * @param time how long a call may take, until its answer has come; later it fails with
     *     {@link dev.wharf.failure.UnavailableException}
     * @return the account; closing it closes this one
     */
    public HttpAccount within(Duration time) {
        return new HttpAccount(client.within(time), resuming);
    }

    /**
     * The same account over the same connections, asked for nothing but what it tells now: a gateway in between asks it for every
     * answer, and answers nothing that it remembers ({@code Cache-Control: no-cache}). Cheap.
     *
     * @return the account; closing it closes this one
     */
    public HttpAccount asking() {
        return new HttpAccount(client.asking(), resuming);
    }

    /**
     * The same account over the same connections, with downloads that are resumed more or less often. Cheap.
     *
     * @param bounds how often a download that broke off goes on
     * @param pace waits before it does
     * @param listener told of each time it does
     * @return the account; closing it closes this one
     */
    public HttpAccount resuming(Resumption bounds, Pace pace, ResumptionListener listener) {
        return new HttpAccount(client, new Resuming(bounds, pace, listener));
    }

    @Override
    public AccountInfo info() {
        return client.get("/v1/account/info", ToldAccount::read);
    }

    @Override
    public Fields read(AccountPath path) {
        return client.get(ApiPath.of(path), ToldFields::read);
    }

    @Override
    public PackageRegistry packages() {
        return packages;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public Destinations destinations() {
        return destinations;
    }

    @Override
    public DeployJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        client.close();
    }
}
