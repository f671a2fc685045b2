package dev.wharf.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.PageRequest;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import org.junit.jupiter.api.Test;

class VerifyingRegistryTest extends MisreportingRegistry {
    private final VerifyingRegistry verifying = new VerifyingRegistry(behind);

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
