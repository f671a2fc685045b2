package dev.wharf.testkit;

import dev.wharf.port.Account;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/**
 * What an account over HTTP must do when the other side answers, but wrongly, or not now. No time passes but that which is waited. A
 * test extends this, with an account that holds nothing when a test begins. What must be done when the network fails is in
 * {@link TransportContract}.
 */
public abstract class BadDayContract implements PostponedCallsContract, WrongAnswersContract, WrongBytesContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SkippingPace pace = new SkippingPace(START);
    private PackageRegistry packages;

    /** For the transport's test. */
    protected BadDayContract() {}

    /**
     * The other side.
     *
     * @return the same at every call within one test; nothing in it when the test begins
     */
    @Override
    public abstract ScriptedServer server();

    /**
     * The account. It repeats what may be repeated a few times, waits as long as it is asked to if that is not more than between a minute and an
     * hour, and leaves an account alone for a while after it failed at most 50 times.
     *
     * @param pace by which it waits and tells the time
     * @return the account, as an administrator sees it; the test closes it
     */
    protected abstract Account connect(Pace pace);

    /** Connects. */
    @BeforeEach
    void open() {
        packages = connect(pace).packages();
    }

    /**
     * By which the account waits and tells the time.
     *
     * @return the same at every call within one test
     */
    @Override
    public final SkippingPace pace() {
        return pace;
    }

    /**
     * The account's packages.
     *
     * @return the same at every call within one test
     */
    @Override
    public final PackageRegistry packages() {
        return packages;
    }
}
