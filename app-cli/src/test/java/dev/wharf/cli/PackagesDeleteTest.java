package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

class PackagesDeleteTest extends EmbeddedPackages {
    @Test
    void prune_deletes_what_is_unbound_and_old_enough() {
        String unbound = create(WEATHER);
        assertThat(shell.local("deploy", BOOKSHOP, "--destination", "d", "--connection", "c")
                        .code())
                .isZero();

        assertThat(shell.local("packages", "prune", "--yes").err()).contains("nothing to prune");
        Outcome rehearsed = shell.local("packages", "prune", "--older-than", "0m", "--dry-run");
        assertThat(rehearsed.out()).contains(unbound);
        assertThat(shell.local("packages", "get", unbound).code()).isZero();
        assertThat(shell.local("packages", "prune", "--older-than", "0m", "--non-interactive")
                        .code())
                .isEqualTo(2);

        Outcome pruned = shell.local("packages", "prune", "--older-than", "0m", "--yes");

        assertThat(pruned.out()).isEqualTo("Deleted package " + unbound + "\n");
        assertThat(shell.local("packages", "list").lines()).hasSize(2);
        assertThat(shell.local("packages", "prune", "--older-than", "soon").code())
                .isEqualTo(2);
    }

    @Test
    void a_deleted_package_is_gone() {
        String id = create(WEATHER);

        assertThat(shell.local("packages", "delete", id, "--yes").out()).isEqualTo("Deleted package " + id + "\n");

        Outcome gone = shell.local("packages", "get", id);
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.err()).startsWith("Error: ").contains(id).contains("Hint: ");
    }

    @Test
    void nothing_is_deleted_without_an_answer() {
        String id = create(WEATHER);

        Outcome nobody = shell.local("packages", "delete", id);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("Delete package " + id + "?").contains("--yes");

        Outcome forbidden = shell.atTerminal("y\n").local("packages", "delete", id, "--non-interactive");
        assertThat(forbidden.code()).isEqualTo(2);
        assertThat(forbidden.err()).contains("--non-interactive");

        assertThat(shell.local("packages", "get", id).code()).isZero();
    }

    @Test
    void at_a_terminal_the_answer_decides() {
        String id = create(WEATHER);

        Outcome no = shell.atTerminal("n\n").local("packages", "delete", id);
        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err()).contains("Delete package " + id + "? [y/N] ").contains("Cancelled. Nothing was changed.");

        assertThat(shell.atTerminal("yes\n").local("packages", "delete", id).code())
                .isZero();
        assertThat(shell.local("packages", "get", id).code()).isEqualTo(3);
    }

    @Test
    void one_package_that_cannot_be_deleted_does_not_keep_the_others() {
        String bound = shell.local("deploy", WEATHER, "--destination", "d", "--connection", "c")
                .field("Package");
        String free = create(WEATHER);

        Outcome outcome = shell.local("packages", "delete", bound, free, "--yes");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).isEqualTo("Deleted package " + free + "\n");
        assertThat(outcome.err()).contains(bound).contains("wharf connections delete");
        assertThat(shell.local("packages", "get", bound).code()).isZero();
    }

    @Test
    void one_malformed_id_keeps_all_from_being_deleted() {
        String id = create(WEATHER);

        assertThat(shell.local("packages", "delete", id, "..", "--yes").code()).isEqualTo(2);

        assertThat(shell.local("packages", "get", id).code()).isZero();
    }
}
