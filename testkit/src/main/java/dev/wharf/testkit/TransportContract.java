package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an account over a network must do when the network fails. A test extends this; {@code wharf.network.rounds} says how many
 * drawn cuts it makes.
 */
public abstract class TransportContract {
    private static final int ROUNDS = Integer.getInteger("wharf.network.rounds", 20);
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final String UPLOAD = "POST ";
    private static final byte[] ARCHIVE = SampleArchives.connector(incompressible(100_000));

    private FaultyNetwork network;
    private PackageRegistry packages;

    /** For the transport's test. */
    protected TransportContract() {}

    /** Where an upload is cut. */
    enum Stage {
        BEFORE_THE_REQUEST,
        MID_BODY,
        AFTER_THE_BODY,
        MID_RESPONSE,
        AFTER_THE_RESPONSE
    }

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
    protected abstract Account connect(FaultyNetwork way, Duration deadline);

    /**
     * The same account by another way, on which nothing goes wrong.
     *
     * @return the account
     */
    protected abstract Account direct();

    /**
     * Whether downloads that break off go on by themselves.
     *
     * @return false if whoever downloads starts again
     */
    protected abstract boolean resumesDownloads();

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

    @ParameterizedTest
    @EnumSource(Stage.class)
    void an_upload_that_is_cut_makes_one_package(Stage stage) {
        long request = measureUpload(Direction.REQUEST);
        long response = network.passed(Direction.RESPONSE);
        List<ConnectorPackage> before = present();
        network.expect(
                switch (stage) {
                    case BEFORE_THE_REQUEST -> cut(Direction.REQUEST, 0);
                    case MID_BODY -> cut(Direction.REQUEST, request / 2);
                    case AFTER_THE_BODY ->
                        new NetworkFault(UPLOAD, Direction.REQUEST, request, Kind.RESET_TOWARDS_CALLER);
                    case MID_RESPONSE -> cut(Direction.RESPONSE, response / 2);
                    case AFTER_THE_RESPONSE -> cut(Direction.RESPONSE, response);
                });

        List<ConnectorPackage> created = new ArrayList<>(List.of(packages.create(ArchiveSource.of(ARCHIVE))));
        if (!network.hasStruck()) {
            // How long an answer is depends on its identifiers; the next one on this connection passes the place.
            created.add(packages.create(ArchiveSource.of(ARCHIVE)));
        }

        assertThat(network.hasStruck()).isTrue();
        assertThat(created).extracting(ConnectorPackage::sha256).containsOnly(Sha256.of(ARCHIVE));
        assertThat(present()).hasSize(before.size() + created.size()).containsAll(created);
    }

    @Test
    void an_upload_that_is_cut_while_its_archive_is_read_is_no_archive_that_cannot_be_read() {
        int expected = present().size() + 1;
        network.expect(cut(Direction.REQUEST, 30_000));

        ConnectorPackage created = packages.create(new InterruptibleArchive(ARCHIVE, network::hasStruck));

        assertThat(network.hasStruck()).isTrue();
        assertThat(created.sha256()).isEqualTo(Sha256.of(ARCHIVE));
        assertThat(present()).hasSize(expected).contains(created);
    }

    @Test
    void uploads_cut_anywhere_never_make_two_packages_nor_an_orphan() {
        long request = measureUpload(Direction.REQUEST);
        long response = network.passed(Direction.RESPONSE);
        Random random = new Random(20261122);
        int expected = present().size();
        int struck = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean anyCall = random.nextInt(4) == 0;
            boolean inRequest = random.nextBoolean();
            long bound = inRequest ? (anyCall ? 400 : request) : (anyCall ? 400 : response);
            long after = (long) (random.nextDouble() * (bound + 1));
            NetworkFault drawn = new NetworkFault(
                    anyCall ? "" : UPLOAD, inRequest ? Direction.REQUEST : Direction.RESPONSE, after, Kind.RESET);
            network.expect(drawn);

            ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));

            struck += network.hasStruck() ? 1 : 0;
            expected++;
            assertThat(present())
                    .as("round " + round + ": " + drawn)
                    .hasSize(expected)
                    .contains(created);
        }
        assertThat(struck).as("cuts that were made").isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void an_update_that_is_cut_is_made(Direction direction) {
        ConnectorPackage created = packages.create(ArchiveSource.of(SampleArchives.connector("before")));
        network.expect(new NetworkFault("PATCH ", direction, 100, Kind.RESET));

        ConnectorPackage updated = packages.update(created.id(), ArchiveSource.of(ARCHIVE));

        assertThat(network.hasStruck()).isTrue();
        assertThat(updated.sha256()).isEqualTo(Sha256.of(ARCHIVE));
        assertThat(present()).contains(updated);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void a_deletion_that_is_cut_is_made(Direction direction) {
        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));
        network.expect(new NetworkFault("DELETE ", direction, 0, Kind.RESET));

        packages.delete(created.id());

        assertThat(network.hasStruck()).isTrue();
        assertThat(present()).doesNotContain(created);
    }

    @Test
    void a_corrupted_upload_leaves_no_package_with_other_bytes() {
        measureUpload(Direction.REQUEST);
        network.expect(new NetworkFault(UPLOAD, Direction.REQUEST, 30_000, Kind.CORRUPT));

        assertThat(catchThrowable(() -> packages.create(ArchiveSource.of(ARCHIVE))))
                .isInstanceOf(WharfException.class);

        assertThat(network.hasStruck()).isTrue();
        assertThat(present()).extracting(ConnectorPackage::sha256).containsOnly(Sha256.of(ARCHIVE));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "HALF_CLOSE", "STALL"})
    void a_download_that_breaks_off_goes_on_or_fails(Kind kind) {
        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));

        Throwable failure =
                catchThrowable(() -> assertThat(download(created, kind)).isEqualTo(ARCHIVE));

        assertThat(network.hasStruck()).isTrue();
        if (resumesDownloads()) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure).isInstanceOfAny(IOException.class, WharfException.class);
        }
    }

    @Test
    void a_corrupted_download_does_not_end() {
        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));

        assertThat(catchThrowable(() -> download(created, Kind.CORRUPT))).isInstanceOf(IntegrityException.class);

        assertThat(network.hasStruck()).isTrue();
    }

    @Test
    void an_answer_that_stops_is_asked_for_again() {
        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));
        network.expect(new NetworkFault("GET ", Direction.RESPONSE, 20, Kind.STALL));

        assertThat(packages.retrieve(created.id())).isEqualTo(created);

        assertThat(network.hasStruck()).isTrue();
    }

    @Test
    void an_answer_that_trickles_ends_with_the_deadline() {
        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));
        PackageRegistry hurried = connect(network, Duration.ofSeconds(2)).packages();
        network.expect(new NetworkFault("GET ", Direction.RESPONSE, 20, Kind.TRICKLE));

        assertThat(catchThrowable(() -> hurried.retrieve(created.id()))).isInstanceOf(UnavailableException.class);

        assertThat(network.hasStruck()).isTrue();
    }

    @Test
    void a_slow_network_is_no_broken_one() throws IOException {
        network.slow(Duration.ofMillis(5), 200_000);

        ConnectorPackage created = packages.create(ArchiveSource.of(ARCHIVE));
        try (ArchiveDownload download = packages.download(created.id())) {
            assertThat(download.stream().readAllBytes()).isEqualTo(ARCHIVE);
        }
    }

    private byte[] download(ConnectorPackage created, Kind kind) throws IOException {
        String request = "GET /v1/connector-sdk/packages/" + created.id() + "/download";
        network.expect(new NetworkFault(request, Direction.RESPONSE, 30_000, kind));
        try (ArchiveDownload download = packages.download(created.id())) {
            return download.stream().readAllBytes();
        }
    }

    private static String incompressible(int length) {
        return new Random(7)
                .ints(length, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static NetworkFault cut(Direction direction, long after) {
        return new NetworkFault(UPLOAD, direction, after, Kind.RESET);
    }

    /** How many bytes one upload takes. */
    private long measureUpload(Direction direction) {
        network.expect(new NetworkFault(UPLOAD, direction, 0, Kind.NOTHING));
        packages.create(ArchiveSource.of(ARCHIVE));
        return network.passed(direction);
    }

    private List<ConnectorPackage> present() {
        return Page.<ConnectorPackage>collectAll(direct().packages()::list);
    }
}
