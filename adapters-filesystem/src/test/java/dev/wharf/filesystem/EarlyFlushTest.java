package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EarlyFlushTest {
    private final EarlyFlush.Flushing disk = mock(EarlyFlush.Flushing.class);
    private final EarlyFlush flush = new EarlyFlush(disk);

    @Test
    void a_small_file_is_left_to_its_end() throws IOException {
        flush.wrote(EarlyFlush.STEP - 1);
        flush.finish();

        verify(disk, never()).flush();
    }

    @Test
    void a_disk_that_is_still_at_it_is_not_asked_again() throws IOException {
        CountDownLatch slow = new CountDownLatch(1);
        doAnswer(call -> {
                    slow.await();
                    return null;
                })
                .when(disk)
                .flush();
        for (int i = 0; i < 5; i++) {
            flush.wrote(EarlyFlush.STEP);
        }

        slow.countDown();
        flush.finish();

        verify(disk, times(1)).flush();
    }

    @Test
    void what_the_disk_failed_with_is_told_though_it_would_not_say_it_twice() throws IOException {
        IOException full = new IOException("full");
        doThrow(full).doNothing().when(disk).flush();

        flush.wrote(EarlyFlush.STEP);

        assertThatThrownBy(flush::finish).isInstanceOf(IOException.class).hasRootCause(full);
        assertThatThrownBy(flush::finish).isInstanceOf(IOException.class);
    }

    @Test
    void who_is_interrupted_waits_all_the_same_and_stays_interrupted() throws IOException {
        doNothing().when(disk).flush();
        flush.wrote(EarlyFlush.STEP);
        Thread.currentThread().interrupt();
        boolean stayed;
        try {
            flush.finish();
        } finally {
            stayed = Thread.interrupted();
        }

        assertThat(stayed).isTrue();
        verify(disk).flush();
    }
}
