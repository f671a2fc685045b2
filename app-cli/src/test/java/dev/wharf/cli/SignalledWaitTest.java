package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignalledWaitTest extends SignalledProgram {
    private static final String CHANGE = "PATCH /v1/connections/con_1";

    @Test
    void whoever_waits_for_a_sync_is_told_that_it_goes_on() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        Signal signal = Signal.interrupt();

        ended(run("sync", "tides", "--wait"), line -> line.startsWith("The sync of con_1 has started"), signal)
                .with(signal)
                .saying("Interrupted. The sync of con_1 continues. See its status: wharf status con_1");

        assertThat(account.changes()).containsExactly("POST /v1/connections/con_1/sync");
    }

    @Test
    void a_deploy_that_waits_for_its_sync_stays_done() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");

        ended(run(deploy("--sync", "--wait")), line -> line.startsWith("The sync of con_1 has started"), Signal.TERM)
                .with(Signal.TERM)
                .saying("Outcome     updated", "Interrupted. The sync of con_1 continues");

        assertThat(shell.run(deploy()).field("Outcome")).isEqualTo("unchanged");
    }

    @Test
    void a_pause_that_the_account_asked_for_before_the_upload_is_given_up() throws Exception {
        account.before = (call, fake) -> call.equals(UPLOAD) ? FakeAccount.tooMany("50") : null;

        ended(run(deploy("--max-wait", "60s")), line -> line.contains("The next attempt follows in 50 s"), Signal.TERM)
                .with(Signal.TERM)
                .saying(NOTHING_HALF_DONE);

        account.before = (call, fake) -> null;
        assertDeployedOnce(shell.run(deploy()));
    }

    @Test
    void one_at_the_change_of_the_connection_too_and_what_was_uploaded_for_it_is_deleted() throws Exception {
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        Signal signal = Signal.interrupt();
        account.before = (call, fake) -> call.equals(CHANGE) ? FakeAccount.tooMany("50") : null;

        ended(run(deploy("--way", "repoint")), line -> line.contains("The next attempt follows in 50 s"), signal)
                .with(signal)
                .saying(NOTHING_HALF_DONE);

        assertThat(account.packages).containsOnlyKeys("p1");
        account.before = (call, fake) -> null;
        assertDeployedOnce(shell.run(deploy("--way", "repoint")));
    }
}
