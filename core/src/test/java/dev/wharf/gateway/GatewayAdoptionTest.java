package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.settling.LossyRegistry.Fate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayAdoptionTest extends LosingGateway {
    @Test
    void what_may_be_anothers_is_left_to_administrators() {
        lose("ann", "same", Fate.ANSWER_LOST);
        lose("bob", "same", Fate.REQUEST_LOST);
        lose("ann", "two", Fate.ANSWER_LOST);
        harbour.upload("two");

        settleLater();

        assertOutcomes(Outcome.UNCLEAR, Outcome.UNCLEAR, Outcome.UNCLEAR);
        assertThat(settled.get(2).remark())
                .contains(
                        harbour.packages().get(1).id().value(),
                        harbour.packages().get(2).id().value());
        assertThat(told).isEmpty();
    }

    @Test
    void of_several_uploads_of_one_user_each_gets_one_package() {
        lose("ann", "same", Fate.ANSWER_LOST);
        lose("ann", "same", Fate.ANSWER_LOST);

        settleLater();

        assertOutcomes(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(harbour.packages())
                .allSatisfy(made -> assertThat(owner(made)).contains(ANN));
    }

    @Test
    void nothing_is_adopted_that_is_older_bound_anothers_or_recorded() {
        harbour.upload("same");
        harbour.clock.advance(Duration.ofHours(1));
        lose("ann", "same", Fate.REQUEST_LOST);
        ConnectorPackage bound = harbour.upload("same");
        behind.connections()
                .create(new NewConnection(
                        behind.destinations()
                                .create(new DestinationName("Warehouse"))
                                .id(),
                        new ConnectionName("user"),
                        ConnectionSettings.binding(bound.id())));
        harbour.registry
                .accountOf(new Principal(new UserId("somebody"), Role.MEMBER))
                .packages()
                .create(Harbour.archive("same"));
        as(gateway, "bob", account).packages().create(Harbour.archive("same"));

        settleLater();

        assertOutcomes(Outcome.NOT_MADE);
        assertThat(told).extracting(AuditEntry::user).containsExactly(new UserId("bob"));
    }

    @Test
    void where_the_account_does_not_tell_whose_credentials_these_are_nothing_is_adopted() {
        lose("ann", "lost", Fate.ANSWER_LOST);
        doReturn(new AccountInfo("id", "name", null)).when(account).info();

        settleLater();

        assertOutcomes(Outcome.UNCLEAR);
        assertThat(told).isEmpty();
    }
}
