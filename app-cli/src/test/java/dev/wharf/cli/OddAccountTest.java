package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

/** An account with many odd things at once, one of each kind: none of them is in the way of the others. */
class OddAccountTest extends OddAccount {
    @Test
    void every_list_shows_all_of_them() {
        assertThat(things).isGreaterThanOrEqualTo(60);
        Outcome destinations = shell.run("destinations", "list", "--all");
        Outcome connections = shell.run("connections", "list", "--all");
        Outcome packages = shell.run("packages", "list", "--all");

        assertThat(destinations.code()).as(destinations.err()).isZero();
        assertThat(connections.code()).as(connections.err()).isZero();
        assertThat(packages.code()).as(packages.err()).isZero();
        assertThat(destinations.lines()).hasSize(1 + account.groups.size());
        assertThat(packages.lines()).hasSize(1 + account.packages.size());
        account.connections.forEach((id, each) -> {
            if (!each.odd().contains("google_sheets")) {
                assertThat(connections.out() + connections.err()).contains(id);
            }
        });
        assertThat(destinations.out()).doesNotContain("\u001b", "\u202e").contains("\\u001b[31mred", "\\u202egnp");
    }

    @Test
    void each_can_be_got_by_its_id() {
        account.packages.keySet().forEach(id -> {
            Outcome outcome = shell.run("packages", "get", id);
            assertThat(outcome.code()).as(id + outcome.err()).isZero();
            assertThat(outcome.out()).contains(id);
        });
        account.connections.forEach((id, each) -> {
            if (!each.odd().contains("google_sheets") && !each.odd().contains("\"group_id\":null")) {
                Outcome outcome = shell.run("connections", "get", id);
                assertThat(outcome.code()).as(each.odd() + outcome.err()).isZero();
            }
        });
    }

    @Test
    void pruning_takes_only_what_is_known_to_be_free_and_old() {
        Outcome dry = shell.run("packages", "prune", "--older-than", "1m", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        account.before = (call, fake) -> call.equals("DELETE /v1/connector-sdk/packages/pkg_odd_" + lastOld())
                ? FakeAccount.refused(403, "Not yours.\u001b[31m")
                : null;

        Outcome outcome = shell.run("packages", "prune", "--older-than", "1m", "--yes");

        assertThat(outcome.err()).doesNotContain("\u001b");
        assertThat(account.packages).isNotEmpty();
    }

    private String lastOld() {
        return account.packages.values().stream()
                .filter(each -> String.valueOf(each.odd()).contains("+02:00"))
                .map(each -> each.id().substring("pkg_odd_".length()))
                .findFirst()
                .orElse("");
    }
}
