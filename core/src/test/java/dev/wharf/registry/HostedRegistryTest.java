package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostedRegistryTest {
    private final Harbour harbour = new Harbour();

    @Test
    void an_account_names_the_registry_and_the_user() {
        assertThat(harbour.admin().info()).isEqualTo(new AccountInfo("wharf", "wharf", new UserId("root")));
    }

    @Test
    void a_registry_needs_no_more_than_a_catalog_and_a_store() {
        Account account = Harbour.admin(HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore()));

        ConnectorPackage made = account.packages().create(Harbour.archive("simple"));

        assertThat(account.packages().retrieve(made.id())).isEqualTo(made);
    }

    @Test
    void an_update_moves_the_time_on_even_when_the_clock_stands_still() {
        ConnectorPackage before = harbour.upload("before");

        ConnectorPackage after = harbour.admin().packages().update(before.id(), Harbour.archive("after"));

        assertThat(after.updatedAt()).isEqualTo(before.updatedAt().plusMillis(1));
        harbour.clock.advance(Duration.ofHours(1));
        assertThat(harbour.admin()
                        .packages()
                        .update(before.id(), Harbour.archive("after"))
                        .updatedAt())
                .isEqualTo(harbour.clock.instant());
    }

    @Test
    void nobody_sends_a_file_in_vain() {
        ConnectorPackage foreign = harbour.upload("foreign");
        Account stranger = harbour.registry.accountOf(new Principal(new UserId("bob"), Role.MEMBER));
        Account reader = harbour.registry.accountOf(new Principal(new UserId("guest"), Role.READER));
        ArchiveSource unread = mock();

        assertThatThrownBy(() -> stranger.packages().update(foreign.id(), unread))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> stranger.packages().update(new PackageId("never_was"), unread))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reader.packages().create(unread)).isInstanceOf(NotAllowedException.class);

        verify(unread, never()).size();
    }

    @Test
    void a_store_that_keeps_other_bytes_than_it_received_is_found_out() throws IOException {
        ArchiveStore lying = mock();
        StagedArchive staged = mock();
        StoredArchive other = mock();
        StoredArchive good = new InMemoryArchiveStore().stage(Harbour.archive("sent"), 1000);
        when(lying.stage(any(), anyLong())).thenReturn(staged);
        when(staged.openChannel()).thenAnswer(call -> good.openChannel());
        when(staged.sha256()).thenReturn(Harbour.hash("sent"));
        when(staged.publish()).thenReturn(other);
        when(other.sha256()).thenReturn(Harbour.hash("other"));
        Account account = Harbour.admin(harbour.over(harbour.catalog, lying, RegistrySettings.DEFAULT));

        assertThatThrownBy(() -> account.packages().create(Harbour.archive("sent")))
                .isInstanceOf(IntegrityException.class);

        assertThat(harbour.packages()).isEmpty();
        verify(staged).close();
    }

    @Test
    void each_setting_can_be_changed_alone() {
        ArchiveLimits limits = ArchiveLimits.DEFAULT.withMaxBytes(1);
        SetupTestSettings tests = new SetupTestSettings(SetupTestOutcome.FAIL, Map.of());

        assertThat(RegistrySettings.DEFAULT
                        .withBinding(BindingPolicy.SHARED)
                        .withLimits(limits)
                        .withArchiveGrace(Duration.ofHours(1))
                        .withSetupTests(tests))
                .isEqualTo(new RegistrySettings(
                        "wharf", BindingPolicy.SHARED, limits, Duration.ofHours(1), tests, SyncSettings.DEFAULT));
    }
}
