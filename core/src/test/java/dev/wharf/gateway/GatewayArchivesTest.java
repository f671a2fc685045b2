package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GatewayArchivesTest extends OpenedGateway {
    @Test
    void what_is_wrong_with_an_archive_is_told_and_it_is_sent_on() {
        ann.packages().create(ArchiveSource.of(WRONG));

        assertThat(remarks).singleElement().asString().contains("connector.py");
        assertThat(told).singleElement().extracting(AuditEntry::detail).isEqualTo("1 finding");
    }

    @Test
    void an_archive_with_an_error_is_refused_where_the_operator_wants_it() {
        Account strict = gateway(record, ArchiveInspection.REFUSE)
                .accountOf(principal("ann", Role.MEMBER), behind, behind, remarks::addAll);

        assertThatThrownBy(() -> strict.packages().create(ArchiveSource.of(WRONG)))
                .isInstanceOf(InvalidArchiveException.class)
                .hasMessageContaining("connector.py");
        strict.packages().create(ArchiveSource.of(SOUND));

        assertThat(behind.packages().list(PageRequest.first(10)).items())
                .extracting(ConnectorPackage::sha256)
                .containsExactly(Sha256.of(SOUND));
    }

    @Test
    void nothing_is_said_about_archives_where_the_operator_wants_it() {
        gateway(record, ArchiveInspection.OFF)
                .accountOf(principal("ann", Role.MEMBER), behind, behind, remarks::addAll)
                .packages()
                .create(ArchiveSource.of(WRONG));

        assertThat(remarks).isEmpty();
    }

    @Test
    void what_was_uploaded_through_the_gateway_need_not_be_downloaded_to_be_given_out() throws IOException {
        PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        Account watched = as("ann", Role.MEMBER, behindWith(packages, behind.connections()));
        ConnectorPackage made = watched.packages().create(ArchiveSource.of(SOUND));

        assertThat(download(watched, made.id())).isEqualTo(SOUND);

        verify(packages, never()).download(any());
        assertThat(gateway.archivesServed()).isEqualTo(1);
        assertThat(gateway.archivesFetched()).isZero();
    }
}
