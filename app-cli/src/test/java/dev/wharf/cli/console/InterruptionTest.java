package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.port.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final Interruption interruption = new Interruption();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Interruption.Farewell told = new Interruption.Farewell() {
        @Override
        public void waits() {
            said.add("waits");
        }

        @Override
        public void unanswered() {
            said.add("unanswered");
        }
    };

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void a_change_under_way_is_ended_and_no_other_begun() throws Exception {
        CountDownLatch requested = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            requested.countDown();
            interruption.request(told);
        });

        boolean interrupted = interruption.shield(() -> {
            hook.start();
            while (!interruption.isRequested()) {
                Thread.onSpinWait();
            }
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted).isFalse();
        assertThatThrownBy(() -> interruption.shield(() -> "another")).isInstanceOf(CancelledException.class);
        interruption.end();
        hook.join();
    }

    @Test
    void whoever_ends_it_hears_that_a_change_is_waited_for_and_that_it_was_not_answered() throws Exception {
        Interruption brief = new Interruption(Duration.ofMillis(1));
        Thread hook = new Thread(() -> brief.request(told));

        brief.shield(() -> {
            hook.start();
            while (hook.isAlive()) {
                Thread.onSpinWait();
            }
            return "";
        });

        assertThat(said).containsExactly("waits", "unanswered");
        hook.join();
    }

    @Test
    void bytes_on_their_way_break_off() throws Exception {
        InputStream bytes = interruption.breakable(new ByteArrayInputStream(new byte[] {1, 2}));
        assertThat(bytes.read()).isEqualTo(1);

        request();

        assertThatThrownBy(bytes::read).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bytes.read(new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void work_that_only_reads_is_interrupted_at_once() throws Exception {
        request();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void while_a_question_is_asked_nothing_is_waited_for() {
        interruption.whileIdle(() -> interruption.request(told));

        assertThat(interruption.isRequested()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_change_that_waits_between_two_calls_is_given_up_and_what_undoes_it_may_wait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch undone = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            interruption.request(told);
        });
        hook.start();
        Pace pace = interruption.giveUp(new Pace() {
            @Override
            public Instant instant() {
                return Instant.EPOCH;
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                if (waiting.getCount() == 0) {
                    undone.countDown();
                    return;
                }
                waiting.countDown();
                new CountDownLatch(1).await();
            }
        });

        assertThatThrownBy(() -> interruption.shield(() -> paused(pace))).isInstanceOf(CancelledException.class);

        assertThat(Thread.currentThread().isInterrupted())
                .as("calls that undo it can be made")
                .isFalse();
        pace.pause(Duration.ofSeconds(1));
        assertThat(undone.getCount()).isZero();
        interruption.end();
        hook.join();
    }

    @Test
    void nothing_is_waited_for_by_whom_is_wanted_no_more() throws Exception {
        interruption.end();
        Interruption early = new Interruption();
        Thread hook = new Thread(() -> early.request(told));
        early.shield(() -> {
            hook.start();
            while (!early.isRequested()) {
                Thread.onSpinWait();
            }
            Pace pace = early.giveUp(Pace.system());
            assertThatThrownBy(() -> pace.pause(Duration.ofDays(1))).isInstanceOf(CancelledException.class);
            return "";
        });
        early.end();
        hook.join();
    }

    private static String paused(Pace pace) {
        try {
            pace.pause(Duration.ofDays(1));
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void after_the_end_nothing_is_interrupted() {
        interruption.end();

        interruption.request(told);

        assertThat(interruption.isRequested()).isFalse();
    }

    private void request() throws InterruptedException {
        Thread hook = new Thread(() -> interruption.request(told));
        hook.start();
        while (!interruption.isRequested()) {
            Thread.onSpinWait();
        }
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
        interruption.end();
        hook.join();
        Thread.currentThread().interrupt();
    }
}
