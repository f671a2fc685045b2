package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Downloads and answers that break off go on, are asked for again, or fail. */
interface CutReadsContract extends TransportFixture {
    @ParameterizedTest
    @EnumSource(names = {"RESET", "HALF_CLOSE", "STALL"})
    default void a_download_that_breaks_off_goes_on_or_fails(Kind kind) {
        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));

        Throwable failure =
                catchThrowable(() -> assertThat(download(created, kind)).isEqualTo(ARCHIVE));

        assertThat(network().hasStruck()).isTrue();
        if (resumesDownloads()) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure).isInstanceOfAny(IOException.class, WharfException.class);
        }
    }

    @Test
    default void a_corrupted_download_does_not_end() {
        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));

        assertThat(catchThrowable(() -> download(created, Kind.CORRUPT))).isInstanceOf(IntegrityException.class);

        assertThat(network().hasStruck()).isTrue();
    }

    @Test
    default void an_answer_that_stops_is_asked_for_again() {
        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));
        network().expect(new NetworkFault("GET ", Direction.RESPONSE, 20, Kind.STALL));

        assertThat(packages().retrieve(created.id())).isEqualTo(created);

        assertThat(network().hasStruck()).isTrue();
    }

    @Test
    default void an_answer_that_trickles_ends_with_the_deadline() {
        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));
        PackageRegistry hurried = connect(network(), Duration.ofSeconds(2)).packages();
        network().expect(new NetworkFault("GET ", Direction.RESPONSE, 20, Kind.TRICKLE));

        assertThat(catchThrowable(() -> hurried.retrieve(created.id()))).isInstanceOf(UnavailableException.class);

        assertThat(network().hasStruck()).isTrue();
    }

    @Test
    default void a_slow_network_is_no_broken_one() throws IOException {
        network().slow(Duration.ofMillis(5), 200_000);

        ConnectorPackage created = packages().create(ArchiveSource.of(ARCHIVE));
        try (ArchiveDownload download = packages().download(created.id())) {
            assertThat(download.stream().readAllBytes()).isEqualTo(ARCHIVE);
        }
    }

    private byte[] download(ConnectorPackage created, Kind kind) throws IOException {
        String request = "GET /v1/connector-sdk/packages/" + created.id() + "/download";
        network().expect(new NetworkFault(request, Direction.RESPONSE, 30_000, kind));
        try (ArchiveDownload download = packages().download(created.id())) {
            return download.stream().readAllBytes();
        }
    }
}
