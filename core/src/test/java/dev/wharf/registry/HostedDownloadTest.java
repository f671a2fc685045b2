package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.integrity.ArchiveDownloads;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.SampleArchives;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostedDownloadTest {
    private final Harbour harbour = new Harbour();
    private final ConnectorPackage uploaded = harbour.upload("uploaded");
    private final PackageRegistry packages = harbour.admin().packages();

    @Test
    void an_archive_that_changed_on_disk_is_never_served_and_an_update_mends_it() throws IOException {
        harbour.store.corrupt(Harbour.hash("uploaded"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> packages.download(uploaded.id())).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> packages.download(uploaded.id()))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("missing from the store");

        packages.update(uploaded.id(), Harbour.archive("uploaded"));
        try (ArchiveDownload download = packages.download(uploaded.id())) {
            assertThat(download.stream()).hasBinaryContent(SampleArchives.connector("uploaded"));
        }
    }

    @Test
    void an_archive_that_is_gone_is_named_with_its_hash() {
        harbour.store.deleteIfUntouchedSince(Harbour.hash("uploaded"), Instant.MAX);

        assertThatThrownBy(() -> packages.download(uploaded.id()))
                .isInstanceOfSatisfying(IntegrityException.class, e -> assertThat(e.expected())
                        .isEqualTo(Harbour.hash("uploaded").hex()));
    }

    @Test
    void a_download_under_way_survives_the_deletion_of_its_package() throws IOException {
        try (ArchiveDownload download = packages.download(uploaded.id())) {
            assertThat(download.stream().read()).isEqualTo('P');
            packages.delete(uploaded.id());
            harbour.store.deleteIfUntouchedSince(Harbour.hash("uploaded"), Instant.MAX);

            assertThat(download.stream().readAllBytes()).hasSize(SampleArchives.connector("uploaded").length - 1);
        }
    }

    @Test
    void a_store_that_fails_fails_as_storage() throws IOException {
        StoredArchive unreadable = mock();
        when(unreadable.open()).thenThrow(new IOException("disk"));
        StoredArchive unclosable = mock();
        InputStream stream = mock();
        when(unclosable.open()).thenReturn(stream);
        when(unclosable.sha256()).thenReturn(Harbour.hash("uploaded"));
        doThrow(new IOException("disk")).when(stream).close();

        ArchiveDownload first = ArchiveDownloads.of(unreadable);
        assertThatThrownBy(first::stream).isInstanceOf(StorageException.class);
        first.close();
        ArchiveDownload second = ArchiveDownloads.of(unclosable);
        assertThat(second.stream()).isNotNull();
        assertThatThrownBy(second::close).isInstanceOf(StorageException.class);
    }
}
