package dev.wharf.testkit.server;

import dev.wharf.http.Credentials;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.registry.ApiKeys;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.CannedAnswer;
import dev.wharf.testkit.FaultyNetwork;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A wharf-server for tests: the real one, in this process, on a free port and a temporary directory, with what a test wants to see
 * and to go wrong.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WharfServer server = WharfServer.start();
 * }</pre>
 *
 * <p>So registered in a static field it serves all tests of the class and its nested ones and is closed after them; in an instance
 * field each test has its own. {@link WharfServerExtension} hands one to whoever has it as a parameter. Without JUnit, whoever
 * starts it closes it. It is ready when {@code start} returns. Any number run in one JVM. Nothing of the environment or of
 * system properties is read, none is set but those that Micronaut sets for itself, and no audit line is written.
 *
 * <p>Safe for use by many threads, but for {@link #reset()}.
 */
public final class WharfServer extends ArrangedRegistry
        implements AutoCloseable, BeforeAllCallback, BeforeEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(WharfServer.class);

    private final TemporaryDirectory directory;
    private final ApplicationContext context;
    private final FaultyNetwork network;
    private final RegistrySettings settings;
    private final Traffic traffic;
    private final boolean resetting;
    private final Map<Principal, Credentials> keys = new HashMap<>();
    private int resets;
    private boolean closed;

    private WharfServer(
            TemporaryDirectory directory, Backstage backstage, ApplicationContext context, boolean resetting) {
        super(backstage);
        this.directory = directory;
        this.context = context;
        this.resetting = resetting;
        this.settings = ServerContext.registrySettings(context);
        this.traffic = new Traffic(context);
        backstage.show(new OpenRegistry(directory.resolve(data()), settings));
        this.network =
                new FaultyNetwork(context.getBean(EmbeddedServer.class).start().getPort());
    }

    /**
     * Starts a server with the usual settings.
     *
     * @return a server that is ready, which the caller closes unless it is a registered extension
     */
    public static WharfServer start() {
        return builder().start();
    }

    /**
     * A server with other settings.
     *
     * @return what to state them with
     */
    public static WharfServerBuilder builder() {
        return new WharfServerBuilder();
    }

    static WharfServer start(Map<String, Object> asked, boolean resetting) {
        TemporaryDirectory directory = new TemporaryDirectory();
        Backstage backstage = new Backstage();
        try {
            ApplicationContext context = ServerContext.start(directory.resolve("keys"), asked, backstage);
            try {
                return new WharfServer(directory, backstage, context, resetting);
            } catch (RuntimeException | Error e) {
                context.stop();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Where the server is: the base of the API, by the {@link #network()}.
     *
     * @return an http address, the same until it is closed
     */
    public URI url() {
        return network.url();
    }

    /**
     * Credentials of a role, of a user with the role's name in small letters.
     *
     * @param role what they are good for
     * @return the same at each call; good until the server is closed, whatever is reset
     */
    public Credentials key(Role role) {
        return credentials(role.name().toLowerCase(Locale.ROOT), role);
    }

    /**
     * Credentials of a user. What a user with another made, only an administrator may change.
     *
     * @param user the user
     * @param role what they are good for
     * @return the same at each call; good until the server is closed, whatever is reset
     */
    public Credentials credentials(String user, Role role) {
        synchronized (keys) {
            return keys.computeIfAbsent(new Principal(new UserId(user), role), principal -> {
                ApiKeys.Issued issued = context.getBean(ApiKeys.class).create(principal);
                return new Credentials(issued.key().id(), issued.secret());
            });
        }
    }

    /**
     * The way to the server, on which a test lets things go wrong: {@code expect} a fault once, be {@code slow}, go {@code away} and come
     * {@code back}.
     *
     * @return the same until the server is closed
     */
    public FaultyNetwork network() {
        return network;
    }

    /**
     * Has requests answered thus instead of being carried out, by whoever they are sent. What was scripted before for such requests comes
     * first.
     *
     * @param request how the requests begin that are meant, such as {@code "POST "} or {@code "GET /v1/groups"}; empty for any
     * @param times how many of them, at least 1
     * @param answer what they get
     * @throws IllegalArgumentException if there would be none
     */
    public void answerNext(String request, int times, CannedAnswer answer) {
        backstage.answers().add(request, times, answer);
    }

    /**
     * What reached the server, in the order it came, since the start or the last {@link #reset()}; by the network only.
     *
     * @return what was asked, and what was answered
     */
    public List<SeenRequest> requests() {
        return backstage.requests().requests();
    }

    /**
     * How many bytes of archives were sent to the server, whatever became of them, since the start or the last {@link #reset()}.
     *
     * @return how many
     */
    public long bytesReceived() {
        return traffic.received();
    }

    /**
     * How many bytes of archives the server sent, since the start or the last {@link #reset()}.
     *
     * @return how many
     */
    public long bytesSent() {
        return traffic.sent();
    }

    /**
     * Starts over: nothing is there, nothing was asked, nothing is to go wrong, and setup tests come out as at the start. Address and
     * credentials stay; so does what a rate limit has counted. Call it while nobody is being answered.
     */
    public synchronized void reset() {
        network.calm();
        backstage.answers().clear();
        String before = data();
        OpenRegistry old = backstage.registry();
        resets++;
        backstage.show(new OpenRegistry(directory.resolve(data()), settings));
        old.close();
        directory.delete(before);
        backstage.requests().clear();
        traffic.reset();
    }

    /** Ends the server and deletes all it had. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            network.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.stop();
            backstage.registry().close();
            directory.close();
        }
    }

    /** For JUnit. */
    @Override
    public void beforeAll(ExtensionContext tests) {
        closeWith(tests);
    }

    /** For JUnit. */
    @Override
    public void beforeEach(ExtensionContext test) {
        closeWith(test);
        if (resetting) {
            reset();
        }
    }

    /** What is stored is closed with the outermost context that was told of it. */
    private void closeWith(ExtensionContext tests) {
        tests.getStore(OURS).getOrComputeIfAbsent(this, server -> server);
    }

    private String data() {
        return "data" + resets;
    }
}
