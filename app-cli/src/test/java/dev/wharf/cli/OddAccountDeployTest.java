package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class OddAccountDeployTest extends OddAccount {
    @Test
    void a_deploy_to_a_good_destination_and_the_way_back_work() throws Exception {
        Outcome first = deploy();
        assertThat(first.code()).as(first.err()).isZero();
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=other)\n");
        Outcome second = deploy();
        assertThat(second.field("Outcome")).isEqualTo("updated");

        Outcome back = shell.run("rollback", "tides");

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(account.fileOf(first.field("Connection"))).isEqualTo(first.field("SHA-256"));
        assertThat(shell.run("history", "tides").lines()).hasSize(4);
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void a_destination_of_an_odd_name_or_id_can_be_deployed_to_and_twins_by_id_only() {
        for (String named : new String[] {"Prod (EU)", "A/B test", "grp_odd_0", "ga/b", "Lager Süd"}) {
            Outcome outcome = shell.run(
                    "deploy", project.toString(), "--destination", named, "--connection", "c_" + account.calls.size());
            assertThat(outcome.code()).as(named + outcome.err()).isZero();
        }
        Outcome twin = shell.run("deploy", project.toString(), "--destination", "twin", "--connection", "c");

        assertThat(twin.code()).isEqualTo(2);
        assertThat(twin.err()).contains("2 destinations named 'twin'", "grp_odd_19", "grp_odd_20");
    }

    @Test
    void a_connection_whose_name_could_not_be_given_is_deployed_to_by_its_id() {
        account.archive("p_named", "x".getBytes(StandardCharsets.UTF_8));
        account.connection("con-1", "Sales (EU)", "p_named");

        Outcome first = shell.run("deploy", project.toString(), "--connection-id", "con-1");
        Outcome second = shell.run("deploy", project.toString(), "--destination", "Warehouse", "--connection", "con-1");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.field("Connection")).isEqualTo("con-1");
        assertThat(first.field("Outcome")).isEqualTo("updated");
        assertThat(second.field("Outcome")).isEqualTo("unchanged");
        assertThat(shell.run("history", "con-1").code()).isZero();
    }

    private Outcome deploy() {
        return shell.run("deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides");
    }
}
