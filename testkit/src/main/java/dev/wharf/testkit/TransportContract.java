package dev.wharf.testkit;

import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What an account over a network must do when the network fails. A test extends this; {@code wharf.network.rounds} says how many
 * drawn cuts it makes.
 */
public abstract class TransportContract implements CutChangesContract, CutReadsContract {
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private FaultyNetwork network;
    private PackageRegistry packages;

    /** For the transport's test. */
    protected TransportContract() {}

    /**
     * The server.
     *
     * @return its port on this machine
     */
    protected abstract int serverPort();

    /**
     * The account by the faulty network. It gives up on silence after about a second, repeats and settles, and proves that an upload
     * made nothing only after at least a second.
     *
     * @param way where the account is to be found
     * @param deadline how long a call may take that moves no archive
     * @return the account, as an administrator sees it; the test closes it
     */
    @Override
    public abstract Account connect(FaultyNetwork way, Duration deadline);

    /**
     * The same account by another way, on which nothing goes wrong.
     *
     * @return the account
     */
    @Override
    public abstract Account direct();

    /**
     * Whether downloads that break off go on by themselves.
     *
     * @return false if whoever downloads starts again
     */
    @Override
    public abstract boolean resumesDownloads();

    /** Lets the network begin. */
    @BeforeEach
    void open() {
        network = new FaultyNetwork(serverPort());
        packages = new VerifyingRegistry(connect(network, PATIENT).packages());
    }

    /** Lets the network end. */
    @AfterEach
    void close() throws IOException {
        network.close();
    }

    /**
     * The way that fails.
     *
     * @return the same at every call within one test
     */
    @Override
    public final FaultyNetwork network() {
        return network;
    }

    /**
     * The packages of the account by that way.
     *
     * @return the same at every call within one test; they verify what they are given
     */
    @Override
    public final PackageRegistry packages() {
        return packages;
    }
}
