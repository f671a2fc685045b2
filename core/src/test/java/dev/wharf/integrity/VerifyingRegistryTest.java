package dev.wharf.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

class VerifyingRegistryTest {
    private static final PackageId ID = new PackageId("happy_harmony");

    private final PackageRegistry behind = mock();
    private final InMemoryArchiveStore store = new InMemoryArchiveStore();
    private final VerifyingRegistry verifying = new VerifyingRegistry(behind);

    private static ConnectorPackage reporting(@Nullable Sha256 sha256) {
        UserId user = new UserId("alice");
        return new ConnectorPackage(ID, null, user, user, MovableClock.NOON, MovableClock.NOON, sha256);
    }

    /** A registry that reads what it is sent, as often as told, and answers some hash. */
    private static Answer<ConnectorPackage> reading(int times, @Nullable Sha256 reported) {
        return call -> {
            ArchiveSource source = call.getArgument(call.getArguments().length - 2);
            for (int i = 0; i < times; i++) {
                try (InputStream in = source.open()) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return reporting(reported);
        };
    }

    private void publish(String comment) {
        try (StagedArchive staged = store.stage(Harbour.archive(comment), 100_000)) {
            staged.publish();
        }
    }

    private static ArchiveDownload download(String comment) {
        ArchiveDownload download = mock();
        byte[] bytes = SampleArchives.connector(comment);
        when(download.size()).thenReturn(OptionalLong.of(bytes.length));
        when(download.stream()).thenReturn(new ByteArrayInputStream(bytes));
        when(download.asSource()).thenCallRealMethod();
        return download;
    }

    @Test
    void an_upload_whose_hash_is_reported_rightly_is_handed_on() {
        when(behind.create(any(), any())).thenAnswer(reading(1, Harbour.hash("sent")));
        when(behind.update(any(), any(), any())).thenAnswer(reading(1, Harbour.hash("sent")));

        assertThat(verifying.create(Harbour.archive("sent"))).isEqualTo(reporting(Harbour.hash("sent")));
        assertThat(verifying.update(ID, Harbour.archive("sent"))).isEqualTo(reporting(Harbour.hash("sent")));
    }

    @Test
    void a_new_package_with_other_bytes_is_deleted_and_refused() {
        when(behind.create(any(), any())).thenAnswer(reading(1, Harbour.hash("other")));

        assertThatThrownBy(() -> verifying.create(Harbour.archive("sent")))
                .isInstanceOfSatisfying(IntegrityException.class, e -> {
                    assertThat(e.expected()).isEqualTo(Harbour.hash("sent").hex());
                    assertThat(e.actual()).isEqualTo(Harbour.hash("other").hex());
                });

        verify(behind).delete(ID, null);
    }

    @Test
    void a_new_package_that_cannot_be_deleted_does_not_hide_what_was_wrong() {
        when(behind.create(any(), any())).thenAnswer(reading(1, Harbour.hash("other")));
        UnavailableException away = new UnavailableException("away", null, null);
        doThrow(away).when(behind).delete(ID, null);

        assertThatThrownBy(() -> verifying.create(Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class)
                .hasSuppressedException(away);
    }

    @Test
    void an_updated_package_with_other_bytes_is_refused_but_not_deleted() {
        when(behind.update(any(), any(), any())).thenAnswer(reading(1, Harbour.hash("other")));

        assertThatThrownBy(() -> verifying.update(ID, Harbour.archive("sent"))).isInstanceOf(IntegrityException.class);

        verify(behind, never()).delete(any(), any());
    }

    @Test
    void where_no_hash_is_reported_there_is_nothing_to_compare() {
        when(behind.create(any(), any())).thenAnswer(reading(1, null));

        assertThat(verifying.create(Harbour.archive("sent")).sha256()).isNull();
    }

    @Test
    void a_transfer_that_was_repeated_counts_once() {
        when(behind.create(any(), any())).thenAnswer(reading(3, Harbour.hash("sent")));

        assertThat(verifying.create(Harbour.archive("sent")).sha256()).isEqualTo(Harbour.hash("sent"));
    }

    @Test
    void where_no_hash_is_reported_a_download_tells_it_if_asked_for() {
        when(behind.create(any(), any())).thenAnswer(reading(1, null));
        when(behind.download(ID)).thenAnswer(call -> download("other"));
        VerifyingRegistry downloading = new VerifyingRegistry(behind, Verification.DEFAULT.withDownloading(true));

        assertThatThrownBy(() -> downloading.create(Harbour.archive("sent"))).isInstanceOf(IntegrityException.class);
        verify(behind).delete(ID, null);

        when(behind.download(ID)).thenAnswer(call -> download("sent"));
        assertThat(downloading.create(Harbour.archive("sent")).id()).isEqualTo(ID);
    }

    @Test
    void the_previous_file_is_put_back_from_the_store() {
        publish("before");
        when(behind.retrieve(ID)).thenReturn(reporting(Harbour.hash("before")));
        when(behind.update(any(), any(), any()))
                .thenAnswer(reading(1, Harbour.hash("other")))
                .thenAnswer(reading(1, Harbour.hash("before")));

        assertThatThrownBy(() -> new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackFrom(store))
                        .update(ID, Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("Its previous file was put back");

        verify(behind, never()).download(any());
        verify(behind, times(2)).update(any(), any(), any());
    }

    @Test
    void a_previous_file_that_the_store_has_not_is_downloaded_before_only_if_asked_for() {
        when(behind.retrieve(ID)).thenReturn(reporting(Harbour.hash("before")));
        when(behind.download(ID)).thenAnswer(call -> download("before"));
        when(behind.update(any(), any(), any())).thenAnswer(reading(1, Harbour.hash("other")));

        assertThatThrownBy(() -> new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackFrom(store))
                        .update(ID, Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class)
                .hasMessageNotContaining("previous");
        verify(behind, never()).download(any());

        List<Sha256> sent = new ArrayList<>();
        doAnswer(call -> {
                    ArchiveSource source = call.getArgument(1);
                    try (InputStream in = source.open()) {
                        sent.add(Sha256.of(in.readAllBytes()));
                    }
                    return reporting(sent.size() == 1 ? Harbour.hash("other") : Harbour.hash("before"));
                })
                .when(behind)
                .update(any(), any(), any());
        assertThatThrownBy(() -> new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackThrough(store, 100_000))
                        .update(ID, Harbour.archive("sent")))
                .hasMessageContaining("Its previous file was put back");
        assertThat(sent).containsExactly(Harbour.hash("sent"), Harbour.hash("before"));
        assertThat(store.find(Harbour.hash("before"))).isEmpty();
    }

    @Test
    void a_previous_file_that_is_spoilt_wherever_it_is_kept_does_not_stop_the_update_that_mends_it() {
        publish("before");
        store.corrupt(Harbour.hash("before"), new byte[] {1});
        when(behind.retrieve(ID)).thenReturn(reporting(Harbour.hash("before")));
        when(behind.download(ID)).thenThrow(new IntegrityException("spoilt", null, null));
        when(behind.update(any(), any(), any())).thenAnswer(reading(1, Harbour.hash("sent")));

        assertThat(new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackThrough(store, 100_000))
                        .update(ID, Harbour.archive("sent"))
                        .sha256())
                .isEqualTo(Harbour.hash("sent"));
    }

    @Test
    void a_previous_file_whose_download_breaks_off_ends_the_update_before_it_is_begun() {
        when(behind.retrieve(ID)).thenReturn(reporting(Harbour.hash("before")));
        when(behind.download(ID)).thenThrow(new InterruptedTransferException("cut", null));

        assertThatThrownBy(() -> new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackThrough(store, 100_000))
                        .update(ID, Harbour.archive("sent")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("nothing was changed");

        verify(behind, never()).update(any(), any(), any());
    }

    @Test
    void a_previous_file_that_cannot_be_put_back_is_told_of_beside_what_was_wrong() {
        publish("before");
        when(behind.retrieve(ID)).thenReturn(reporting(Harbour.hash("before")));
        UnavailableException away = new UnavailableException("away", null, null);
        when(behind.update(any(), any(), any()))
                .thenAnswer(reading(1, Harbour.hash("other")))
                .thenThrow(away);

        assertThatThrownBy(() -> new VerifyingRegistry(behind, Verification.DEFAULT.puttingBackFrom(store))
                        .update(ID, Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("could not be put back: away");
    }

    @Test
    void the_size_is_announced_as_it_was() {
        when(behind.create(any(), any())).thenAnswer(call -> {
            ArchiveSource source = call.getArgument(0);
            assertThat(source.size()).isEqualTo(Harbour.archive("sent").size());
            return reporting(null);
        });

        verifying.create(Harbour.archive("sent"));
    }

    @Test
    void everything_else_is_the_registry_behind() {
        ArchiveDownload download = mock();
        when(behind.retrieve(ID)).thenReturn(reporting(null));
        when(behind.download(ID)).thenReturn(download);

        assertThat(verifying.retrieve(ID)).isEqualTo(reporting(null));
        assertThat(verifying.download(ID)).isSameAs(download);
        verifying.delete(ID);
        verifying.list(PageRequest.first(7));

        verify(behind).delete(ID, null);
        verify(behind).list(PageRequest.first(7));
    }
}
