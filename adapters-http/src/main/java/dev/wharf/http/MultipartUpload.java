package dev.wharf.http;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.WharfException;
import dev.wharf.port.ArchiveSource;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.body.CloseableByteBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** An archive as the one part, {@code file}, of a form; read from its source while it is sent. */
final class MultipartUpload {
    private static final int CHUNK = 64 * 1024;

    private final ArchiveSource archive;
    private final String boundary = "wharf-" + UUID.randomUUID();
    private volatile @Nullable IOException sourceFailure;
    private volatile long lastTaken = System.nanoTime();
    /** Whether nobody takes any more; whoever reads then is interrupted, which is no failure of what is read. */
    private volatile boolean abandoned;

    MultipartUpload(ArchiveSource archive) {
        this.archive = archive;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    CloseableByteBody body() {
        byte[] head = ascii("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"code.zip\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] tail = ascii("\r\n--" + boundary + "--\r\n");
        OptionalLong size = archive.size();
        OptionalLong length =
                size.isPresent() ? OptionalLong.of(head.length + size.getAsLong() + tail.length) : OptionalLong.empty();
        Flux<ReadBuffer> chunks = Flux.generate(() -> open(head, tail), this::next, MultipartUpload::close);
        return Bodies.FACTORY.adapt(
                chunks.subscribeOn(Schedulers.boundedElastic()).doOnCancel(() -> abandoned = true), length);
    }

    /** Ends once nothing of the archive was taken for that long: while it is taken, its receiver cannot answer yet. */
    Mono<Void> silence(Duration patience) {
        return Mono.defer(() -> Mono.delay(patience.minus(sinceLastTaken())))
                .repeat(() -> sinceLastTaken().compareTo(patience) < 0)
                .then();
    }

    private Duration sinceLastTaken() {
        return Duration.ofNanos(System.nanoTime() - lastTaken);
    }

    /** If the archive could not be read that is the failure, whatever the transport made of it. */
    WharfException failure(WharfException ofTransport) {
        IOException failed = sourceFailure;
        return failed == null
                ? ofTransport
                : new InterruptedTransferException(
                        "The archive could not be read completely: " + failed.getMessage() + ".", failed);
    }

    private InputStream open(byte[] head, byte[] tail) {
        try {
            InputStream opened = archive.open();
            OptionalLong size = archive.size();
            InputStream content = size.isPresent() ? new AnnouncedStream(opened, size.getAsLong()) : opened;
            return new SequenceInputStream(Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), content, new ByteArrayInputStream(tail))));
        } catch (IOException e) {
            failed(e);
            throw new UncheckedIOException(e);
        }
    }

    private InputStream next(InputStream in, SynchronousSink<ReadBuffer> sink) {
        byte[] chunk = new byte[CHUNK];
        lastTaken = System.nanoTime();
        try {
            int count = in.read(chunk);
            if (count < 0) {
                sink.complete();
            } else {
                sink.next(ReadBufferFactory.getJdkFactory()
                        .adapt(count == chunk.length ? chunk : Arrays.copyOf(chunk, count)));
            }
        } catch (IOException e) {
            if (failed(e)) {
                sink.error(e);
            } else {
                sink.complete();
            }
        }
        return in;
    }

    /** Whether it is the archive that failed. */
    private boolean failed(IOException failure) {
        if (abandoned) {
            return false;
        }
        sourceFailure = failure;
        return true;
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
