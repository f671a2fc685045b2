package dev.wharf.http.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.resilience.ResilienceEvent.Settled;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.Settlement.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

class LostAnswersTest extends StubbedService {
    private static final String PACKAGES = "/v1/connector-sdk/packages";

    @Test
    void a_deletion_whose_answer_was_lost_succeeds_when_the_second_finds_nothing() {
        inTurn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), status(404));

        account.packages().delete(ID);

        assertThat(service.getAllServeEvents()).hasSize(2);
    }

    @Test
    void a_deletion_that_finds_nothing_at_first_or_after_a_refusal_fails() {
        inTurn(status(404), status(429), status(404));

        assertThatThrownBy(() -> account.packages().delete(ID)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> account.packages().delete(ID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_must_not_be_done_twice_is_repeated_only_after_a_refusal() {
        inTurn(status(429), status(503), found());

        assertThatThrownBy(() -> account.destinations().create(new DestinationName("warehouse")))
                .isInstanceOf(UnavailableException.class);

        assertThat(service.getAllServeEvents()).hasSize(2);
    }

    @Test
    void an_upload_whose_answer_was_lost_is_found() {
        service.stubFor(get(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(list("")));
        service.stubFor(get(urlPathEqualTo("/v1/account/info"))
                .willReturn(aResponse()
                        .withBody("{\"data\":{\"account_id\":\"a\",\"account_name\":\"n\",\"user_id\":\"u\"}}")));
        service.stubFor(post(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .willSetStateTo("sent")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        service.stubFor(get(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .whenScenarioStateIs("sent")
                .willReturn(list(packageJson())));

        ConnectorPackage created = account.packages().create(ArchiveSource.of(ARCHIVE));

        assertThat(created.id()).isEqualTo(ID);
        service.verify(1, postRequestedFor(anyUrl()));
        assertThat(events).filteredOn(Settled.class::isInstance).singleElement().satisfies(e -> assertThat(
                        ((Settled) e).settlement().outcome())
                .isEqualTo(Outcome.ADOPTED));
    }

    private static ConnectorPackage having(byte[] file) {
        UserId user = new UserId("ann");
        return new ConnectorPackage(
                new PackageId("happy_harmony"), null, user, user, Instant.EPOCH, Instant.EPOCH, Sha256.of(file));
    }

    @Test
    void an_update_that_was_made_though_its_answer_was_lost_is_not_in_its_own_way() {
        byte[] after = {1};
        ConnectorPackage present = having(after);
        PackageRegistry packages = mock();
        Account behind = mock();
        when(behind.packages()).thenReturn(packages);
        when(packages.update(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenThrow(new UnavailableException("lost", null, null))
                .thenThrow(new ChangedMeanwhileException("changed", null));
        when(packages.retrieve(present.id())).thenReturn(present);
        PackageRegistry repeating =
                ResilientAccount.over(behind, SETTINGS, events::add, pace).packages();

        assertThat(repeating.update(present.id(), ArchiveSource.of(after), Sha256.of(new byte[0])))
                .isEqualTo(present);
    }

    @Test
    void an_update_that_finds_another_file_is_refused_whether_or_not_an_answer_was_lost() {
        ConnectorPackage present = having(new byte[] {2});
        ChangedMeanwhileException changed = new ChangedMeanwhileException("changed", null);
        PackageRegistry packages = mock();
        Account behind = mock();
        when(behind.packages()).thenReturn(packages);
        when(packages.update(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenThrow(changed)
                .thenThrow(new UnavailableException("lost", null, null))
                .thenThrow(changed);
        when(packages.retrieve(present.id())).thenReturn(present);
        PackageRegistry repeating =
                ResilientAccount.over(behind, SETTINGS, events::add, pace).packages();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            repeating.update(present.id(), ArchiveSource.of(new byte[] {1}), Sha256.of(new byte[0])))
                    .isSameAs(changed);
        }
    }

    private static ResponseDefinitionBuilder list(String items) {
        return aResponse().withStatus(200).withBody("{\"code\":\"Success\",\"data\":{\"items\":[" + items + "]}}");
    }
}
