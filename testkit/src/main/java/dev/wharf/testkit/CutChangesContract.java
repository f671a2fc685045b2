package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes whose request or answer is cut are made once, or not at all. */
interface CutChangesContract extends TransportFixture {
    int ROUNDS = Integer.getInteger("wharf.network.rounds", 20);
    String UPLOAD = "POST ";

    /** Where an upload is cut. */
    enum Stage {
        BEFORE_THE_REQUEST,
        MID_BODY,
        AFTER_THE_BODY,
        MID_RESPONSE,
        AFTER_THE_RESPONSE
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    default void an_upload_that_is_cut_makes_one_package(Stage stage) {
        long request = measureUpload(Direction.REQUEST);
        long response = network().passed(Direction.RESPONSE);
        List<ConnectorPackage> before = present();
        network()
                .expect(
                        switch (stage) {
                            case BEFORE_THE_REQUEST -> cut(Direction.REQUEST, 0);
                            case MID_BODY -> cut(Direction.REQUEST, request / 2);
                            case AFTER_THE_BODY ->
                                new NetworkFault(UPLOAD, Direction.REQUEST, request, Kind.RESET_TOWARDS_CALLER);
                            case MID_RESPONSE -> cut(Direction.RESPONSE, response / 2);
                            case AFTER_THE_RESPONSE -> cut(Direction.RESPONSE, response);
                        });

        List<ConnectorPackage> created = new ArrayList<>(List.of(packages().create(ArchiveSource.of(ARCHIVE))));
        if (!network().hasStruck()) {
            // How long an answer is depends on its identifiers; the next one on this connection passes the place.
            created.add(packages().create(ArchiveSource.of(ARCHIVE)));
        }

        assertThat(network().hasStruck()).isTrue();
        assertThat(created).extracting(ConnectorPackage::sha256).containsOnly(Sha256.of(ARCHIVE));
        assertThat(present()).hasSize(before.size() + created.size()).containsAll(created);
    }

    @Test
    default void an_upload_that_is_cut_while_its_archive_is_read_is_no_archive_that_cannot_be_read() {
        int expected = present().size() + 1;
        network().expect(cut(Direction.REQUEST, 30_000));

        ConnectorPackage created = packages().create(new InterruptibleArchive(ARCHIVE, network()::hasStruck));

        assertThat(network().hasStruck()).isTrue();
        assertThat(created.sha256()).isEqualTo(Sha256.of(ARCHIVE));
        assertThat(present()).hasSize(expected).contains(created);
    }

    @Test
    default void uploads_cut_anywhere_never_make_two_packages_nor_an_orphan() {
        long request = measureUpload(Direction.REQUEST);
        long response = network().passed(Direction.RESPONSE);
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
            network().expect(drawn);

            ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));

            struck += network().hasStruck() ? 1 : 0;
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
    default void an_update_that_is_cut_is_made(Direction direction) {
        ConnectorPackage created = packages().create(ArchiveSource.of(SampleArchives.connector("before")));
        network().expect(new NetworkFault("PATCH ", direction, 100, Kind.RESET));

        ConnectorPackage updated = packages().update(created.id(), ArchiveSource.of(ARCHIVE));

        assertThat(network().hasStruck()).isTrue();
        assertThat(updated.sha256()).isEqualTo(Sha256.of(ARCHIVE));
        assertThat(present()).contains(updated);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    default void a_deletion_that_is_cut_is_made(Direction direction) {
        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));
        network().expect(new NetworkFault("DELETE ", direction, 0, Kind.RESET));

        packages().delete(created.id());

        assertThat(network().hasStruck()).isTrue();
        assertThat(present()).doesNotContain(created);
    }

    @Test
    default void a_corrupted_upload_leaves_no_package_with_other_bytes() {
        measureUpload(Direction.REQUEST);
        network().expect(new NetworkFault(UPLOAD, Direction.REQUEST, 30_000, Kind.CORRUPT));

        assertThat(catchThrowable(() -> packages().create(ArchiveSource.of(ARCHIVE))))
                .isInstanceOf(WharfException.class);

        assertThat(network().hasStruck()).isTrue();
        assertThat(present()).extracting(ConnectorPackage::sha256).containsOnly(Sha256.of(ARCHIVE));
    }

    private static NetworkFault cut(Direction direction, long after) {
        return new NetworkFault(UPLOAD, direction, after, Kind.RESET);
    }

    /** How many bytes one upload takes. */
    private long measureUpload(Direction direction) {
        network().expect(new NetworkFault(UPLOAD, direction, 0, Kind.NOTHING));
        packages().create(ArchiveSource.of(ARCHIVE));
        return network().passed(direction);
    }
}
