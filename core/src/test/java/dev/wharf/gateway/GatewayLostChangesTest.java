package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import org.junit.jupiter.api.Test;

class GatewayLostChangesTest extends LosingGateway {
    /** Makes changes of packages and loses the answer. */
    private Account losingAnswers() {
        PackageRegistry losing = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    behind.packages().update(call.getArgument(0), call.getArgument(1));
                    throw packages.lost;
                })
                .when(losing)
                .update(any(), any(), any());
        doAnswer(call -> {
                    behind.packages().delete(call.getArgument(0));
                    throw packages.lost;
                })
                .when(losing)
                .delete(any(), any());
        return behindWith(losing);
    }

    @Test
    void updates_and_deletions_whose_answers_were_lost_are_recorded() {
        ConnectorPackage updated = ann.packages().create(Harbour.archive("before"));
        ConnectorPackage deleted = ann.packages().create(Harbour.archive("deleted"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(updated.id(), Harbour.archive("after"))))
                .isSameAs(packages.lost);
        assertThat(catchThrowable(() -> losing.packages().delete(deleted.id()))).isSameAs(packages.lost);

        settleLater();

        assertOutcomes(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(told.get(2))
                .returns(Action.PACKAGE_UPDATED, AuditEntry::action)
                .returns(Harbour.hash("before"), AuditEntry::from)
                .returns(Harbour.hash("after"), AuditEntry::to);
        assertThat(told.get(3))
                .returns(Action.PACKAGE_DELETED, AuditEntry::action)
                .returns(deleted.id().value(), AuditEntry::subject)
                .returns(Harbour.hash("deleted"), AuditEntry::from);
    }

    @Test
    void updates_and_deletions_that_never_arrived_are_closed() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        PackageRegistry away = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    throw packages.lost;
                })
                .when(away)
                .update(any(), any(), any());
        doAnswer(call -> {
                    throw packages.lost;
                })
                .when(away)
                .delete(any(), any());
        Account lost = as(gateway, "ann", behindWith(away));
        assertThat(catchThrowable(() -> lost.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        assertThat(catchThrowable(() -> lost.packages().delete(made.id()))).isNotNull();

        settleLater();

        assertOutcomes(Outcome.NOT_MADE, Outcome.NOT_MADE);
        assertThat(told).hasSize(1);
    }

    @Test
    void an_update_after_which_somebody_else_made_another_is_left_unclear() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        behind.packages().update(made.id(), Harbour.archive("somebody else's"));

        settleLater();

        assertOutcomes(Outcome.UNCLEAR);
        assertThat(settled.get(0).remark()).contains(made.id().value());
    }

    @Test
    void what_was_asked_for_again_and_recorded_is_not_recorded_twice() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        ann.packages().update(made.id(), Harbour.archive("after"));

        settleLater();

        assertOutcomes(Outcome.RECORDED);
        assertThat(told).extracting(AuditEntry::action).containsExactly(Action.PACKAGE_CREATED, Action.PACKAGE_UPDATED);
    }
}
