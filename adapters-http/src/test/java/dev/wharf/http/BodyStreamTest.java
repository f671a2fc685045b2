package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class BodyStreamTest {
    private final Random random = new Random(20261123);

    @Test
    void gives_the_bytes_whole_in_whatever_pieces_they_come_and_are_read() throws IOException {
        for (int round = 0; round < 50; round++) {
            byte[] sent = new byte[random.nextInt(300_000)];
            random.nextBytes(sent);
            int[] pieces = random.ints(sent.length / 20 + 2, 0, 4_000).toArray();
            AtomicInteger at = new AtomicInteger();
            AtomicInteger which = new AtomicInteger();
            Flux<ReadBuffer> body = Flux.<ReadBuffer>generate(sink -> {
                        int from = at.get();
                        if (from == sent.length) {
                            sink.complete();
                            return;
                        }
                        int to = Math.min(sent.length, from + pieces[which.getAndIncrement() % pieces.length]);
                        at.set(to);
                        sink.next(piece(Arrays.copyOfRange(sent, from, to)));
                    })
                    .subscribeOn(Schedulers.boundedElastic());

            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try (BodyStream stream = new BodyStream(body)) {
                while (true) {
                    byte[] chunk = new byte[1 + random.nextInt(10_000)];
                    int count = stream.read(chunk);
                    if (count < 0) {
                        break;
                    }
                    read.write(chunk, 0, count);
                }
                assertThat(stream.read()).isEqualTo(-1);
            }

            assertThat(read.toByteArray()).isEqualTo(sent);
        }
    }

    @Test
    void receives_nothing_before_it_is_read_and_then_no_more_than_some_pieces_ahead() throws IOException {
        AtomicLong asked = new AtomicLong();
        AtomicInteger given = new AtomicInteger();
        Flux<ReadBuffer> body = Flux.<ReadBuffer>generate(sink -> {
                    given.incrementAndGet();
                    sink.next(piece(new byte[10]));
                })
                .doOnRequest(asked::addAndGet);

        try (BodyStream stream = new BodyStream(body)) {
            assertThat(given).hasValue(0);
            for (int read = 1; read <= 10_000; read++) {
                assertThat(stream.read()).isNotNegative();
                assertThat(asked.get()).isLessThanOrEqualTo(read / 10 + 1 + BodyStream.AHEAD);
                assertThat(given.get()).isLessThanOrEqualTo(read / 10 + 1 + BodyStream.AHEAD);
            }
        }
    }

    @Test
    void tells_a_failure_after_what_came_before_it_and_again() throws IOException {
        Flux<ReadBuffer> body = Flux.concat(
                Flux.just(piece(new byte[] {1, 2}), piece(new byte[] {3})),
                Flux.error(new IllegalStateException("broken")));

        try (BodyStream stream = new BodyStream(body)) {
            assertThat(stream.readNBytes(3)).containsExactly(1, 2, 3);
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasRootCauseMessage("broken");
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasRootCauseMessage("broken");
        }
    }

    @Test
    void closing_it_ends_the_receiving_and_whoever_waits() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        Sinks.Many<ReadBuffer> sink = Sinks.many().unicast().onBackpressureBuffer();
        BodyStream stream = new BodyStream(sink.asFlux().doOnCancel(() -> cancelled.set(true)));
        AtomicBoolean failed = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            try {
                stream.read();
            } catch (IOException closed) {
                failed.set(true);
            }
        });
        reader.start();

        stream.close();
        reader.join();

        assertThat(failed).isTrue();
        assertThat(cancelled).isTrue();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }

    @Test
    void whoever_is_interrupted_while_waiting_is_told_and_stays_interrupted() throws InterruptedException {
        Sinks.Many<ReadBuffer> sink = Sinks.many().unicast().onBackpressureBuffer();
        BodyStream stream = new BodyStream(sink.asFlux());
        AtomicBoolean told = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            begun.countDown();
            try {
                stream.read();
            } catch (InterruptedIOException e) {
                told.set(Thread.currentThread().isInterrupted());
            } catch (IOException e) {
                told.set(false);
            }
        });
        reader.start();
        begun.await();

        reader.interrupt();
        reader.join();

        assertThat(told).isTrue();
        stream.close();
    }

    private static ReadBuffer piece(byte[] bytes) {
        return ReadBufferFactory.getJdkFactory().adapt(bytes);
    }
}
