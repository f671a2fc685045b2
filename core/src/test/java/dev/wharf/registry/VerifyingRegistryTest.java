package dev.wharf.registry;

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
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

class VerifyingRegistryTest {
    private static final PackageId ID = new PackageId("happy_harmony");

    private final PackageRegistry behind = mock();
    private final VerifyingRegistry verifying = new VerifyingRegistry(behind);

    private static ConnectorPackage reporting(@Nullable Sha256 sha256) {
        UserId user = new UserId("alice");
        return new ConnectorPackage(ID, null, user, user, MovableClock.NOON, MovableClock.NOON, sha256);
    }

    /** A registry that reads what it is sent, as often as told, and answers some hash. */
    private static Answer<ConnectorPackage> reading(int times, @Nullable Sha256 reported) {
        return call -> {
            ArchiveSource source = call.getArgument(call.getArguments().length - 1);
            for (int i = 0; i < times; i++) {
                try (InputStream in = source.open()) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return reporting(reported);
        };
    }

    @Test
    void an_upload_whose_hash_is_reported_rightly_is_handed_on() {
        when(behind.create(any())).thenAnswer(reading(1, Harbour.hash("sent")));
        when(behind.update(any(), any())).thenAnswer(reading(1, Harbour.hash("sent")));

        assertThat(verifying.create(Harbour.archive("sent"))).isEqualTo(reporting(Harbour.hash("sent")));
        assertThat(verifying.update(ID, Harbour.archive("sent"))).isEqualTo(reporting(Harbour.hash("sent")));
    }

    @Test
    void a_new_package_with_other_bytes_is_deleted_and_refused() {
        when(behind.create(any())).thenAnswer(reading(1, Harbour.hash("other")));

        assertThatThrownBy(() -> verifying.create(Harbour.archive("sent")))
                .isInstanceOfSatisfying(IntegrityException.class, e -> {
                    assertThat(e.expected()).isEqualTo(Harbour.hash("sent").hex());
                    assertThat(e.actual()).isEqualTo(Harbour.hash("other").hex());
                });

        verify(behind).delete(ID);
    }

    @Test
    void a_new_package_that_cannot_be_deleted_does_not_hide_what_was_wrong() {
        when(behind.create(any())).thenAnswer(reading(1, Harbour.hash("other")));
        UnavailableException away = new UnavailableException("away", null, null);
        doThrow(away).when(behind).delete(ID);

        assertThatThrownBy(() -> verifying.create(Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class)
                .hasSuppressedException(away);
    }

    @Test
    void an_updated_package_with_other_bytes_is_refused_but_not_deleted() {
        when(behind.update(any(), any())).thenAnswer(reading(1, Harbour.hash("other")));

        assertThatThrownBy(() -> verifying.update(ID, Harbour.archive("sent"))).isInstanceOf(IntegrityException.class);

        verify(behind, never()).delete(any());
    }

    @Test
    void where_no_hash_is_reported_there_is_nothing_to_compare() {
        when(behind.create(any())).thenAnswer(reading(1, null));

        assertThat(verifying.create(Harbour.archive("sent")).sha256()).isNull();
    }

    @Test
    void a_transfer_that_was_repeated_counts_once() {
        when(behind.create(any())).thenAnswer(reading(3, Harbour.hash("sent")));

        assertThat(verifying.create(Harbour.archive("sent")).sha256()).isEqualTo(Harbour.hash("sent"));
    }

    @Test
    void the_size_is_announced_as_it_was() {
        when(behind.create(any())).thenAnswer(call -> {
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

        verify(behind).delete(ID);
        verify(behind).list(PageRequest.first(7));
    }
}
