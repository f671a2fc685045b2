package dev.wharf.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.testkit.InMemoryArchiveStore;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviousFileTest extends MisreportingRegistry {
    private final InMemoryArchiveStore store = new InMemoryArchiveStore();

    private void publish(String comment) {
        try (StagedArchive staged = store.stage(Harbour.archive(comment), 100_000)) {
            staged.publish();
        }
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
                .hasMessageContaining("Its previous archive was restored");

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
                .hasMessageContaining("Its previous archive was restored");
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
                .hasMessageContaining("Nothing was changed");

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
                .hasMessageContaining("could not be restored. away");
    }
}
