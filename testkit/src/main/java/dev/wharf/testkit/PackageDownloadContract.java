package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.bytesOf;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

interface PackageDownloadContract extends AccountFixture {
    @Test
    default void a_download_gives_exactly_the_uploaded_bytes_and_tells_hash_and_size() throws IOException {
        byte[] bytes = SampleArchives.ofSize(maxArchiveBytes());
        ConnectorPackage created = admin().packages().create(ArchiveSource.of(bytes));

        try (ArchiveDownload download = admin().packages().download(created.id())) {
            assertThat(download.sha256()).isEqualTo(created.sha256());
            assertThat(download.size().orElse(bytes.length)).isEqualTo(bytes.length);
            assertThat(download.stream().readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    default void a_package_can_be_downloaded_any_number_of_times() {
        ConnectorPackage created = upload(admin(), "again");

        assertThat(bytesOf(admin(), created)).isEqualTo(SampleArchives.connector("again"));
        assertThat(bytesOf(admin(), created)).isEqualTo(SampleArchives.connector("again"));
    }

    @Test
    default void a_download_has_one_stream() {
        ConnectorPackage created = upload(admin(), "one");

        try (ArchiveDownload download = admin().packages().download(created.id())) {
            assertThat(download.stream()).isSameAs(download.stream());
        }
    }

    @Test
    default void a_download_may_be_given_up_before_its_end_or_before_its_start() throws IOException {
        byte[] bytes = SampleArchives.ofSize(maxArchiveBytes());
        ConnectorPackage created = admin().packages().create(ArchiveSource.of(bytes));

        admin().packages().download(created.id()).close();
        try (ArchiveDownload download = admin().packages().download(created.id())) {
            assertThat(download.stream().read()).isEqualTo(bytes[0]);
        }

        assertThat(bytesOf(admin(), created)).isEqualTo(bytes);
    }

    @Test
    default void a_download_after_an_update_gives_the_new_bytes() {
        ConnectorPackage before = upload(admin(), "before");

        ConnectorPackage after = admin().packages().update(before.id(), archive("after"));

        assertThat(bytesOf(admin(), after)).isEqualTo(SampleArchives.connector("after"));
    }

    @Test
    default void an_archive_that_is_at_hand_is_the_one_announced() throws IOException {
        ConnectorPackage created = upload(admin(), "at hand");

        try (ArchiveDownload download = admin().packages().download(created.id())) {
            if (download.stored() != null) {
                assertThat(download.stored().sha256()).isEqualTo(created.sha256());
                assertThat(download.stored().open()).hasBinaryContent(SampleArchives.connector("at hand"));
            }
            assertThat(download.stream()).hasBinaryContent(SampleArchives.connector("at hand"));
        }
    }
}
