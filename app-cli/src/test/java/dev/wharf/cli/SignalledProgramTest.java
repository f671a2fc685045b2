package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The real program, told to end while it waits for something: it says what it has reached, and the next deploy goes on from there. */
class SignalledProgramTest extends SignalledProgram {
    private static final String MAKE = "POST /v1/connections";

    @Test
    void bytes_on_their_way_break_off_and_nothing_is_left() throws Exception {
        byte[] large = new byte[8_000_000];
        new Random(1).nextBytes(large);
        Files.write(project.resolve("tables.bin"), large);
        Signal signal = Signal.interrupt();
        account.arriving = call -> {
            if (call.equals(UPLOAD)) {
                signal.send(started.join());
                await(noticed);
            }
        };

        ended(run(deploy()), line -> false, signal).with(signal).saying(FIRST_STEP_ENDS, NOTHING_HALF_DONE);

        assertThat(account.packages).isEmpty();
        account.arriving = call -> {};
        assertDeployedOnce(shell.run(deploy()));
    }

    @Test
    void an_upload_that_is_not_answered_in_time_is_found_by_the_next_deploy() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        account.after = (call, fake) -> {
            if (call.equals(UPLOAD)) {
                stored.countDown();
            }
            return null;
        };
        account.before = (call, fake) -> {
            if (call.equals(UPLOAD)) {
                Signal.TERM.send(started.join());
                started.join().onExit().join();
            }
            return null;
        };

        ended(run(deploy()), line -> false, Signal.TERM)
                .with(Signal.TERM)
                .saying(
                        FIRST_STEP_ENDS,
                        "Interrupted before the account answered. The last step was " + UPLOAD + ": upload",
                        "Run the same command again. It continues from what this one left.");

        await(stored);
        account.before = (call, fake) -> null;
        assertThat(shell.run("history", "tides").out()).contains("begun");
        Outcome again = shell.run(deploy());
        assertThat(again.err()).contains("An earlier deploy was interrupted", "This deploy uses that package");
        assertDeployedOnce(again);
        assertThat(account.calls).filteredOn(UPLOAD::equals).hasSize(1);
    }

    @Test
    void a_connection_that_is_being_made_is_made_and_nothing_taken_back() throws Exception {
        Signal signal = Signal.interrupt();
        account.before = (call, fake) -> {
            if (call.equals(MAKE)) {
                signal.send(started.join());
                await(noticed);
            }
            return null;
        };

        ended(run(deploy()), line -> false, signal)
                .with(signal)
                .saying(
                        FIRST_STEP_ENDS,
                        "Outcome     created",
                        "Interrupted after everything was done. Nothing was undone.");

        account.before = (call, fake) -> null;
        Outcome again = shell.run(deploy());
        assertThat(again.field("Outcome")).isEqualTo("unchanged");
        assertDeployedOnce(again);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
