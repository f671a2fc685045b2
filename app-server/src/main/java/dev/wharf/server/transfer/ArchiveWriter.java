package dev.wharf.server.transfer;

import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends archives: read in slices, where blocking is allowed, as fast as the caller takes them. */
@Singleton
class ArchiveWriter implements ResponseBodyWriter<OutgoingArchive> {
    static final int SLICE = 256 * 1024;
    private static final ByteBufAllocator ALLOCATOR = ByteBufAllocator.DEFAULT;
    private static final NettyReadBufferFactory BUFFERS = NettyReadBufferFactory.of(ALLOCATOR);

    private final ArchiveTraffic traffic;
    private final Scheduler scheduler;

    ArchiveWriter(@Named(TaskExecutors.BLOCKING) ExecutorService executor, ArchiveTraffic traffic) {
        this.traffic = traffic;
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodyFactory,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<OutgoingArchive> type,
            MediaType mediaType,
            OutgoingArchive archive) {
        ArchiveDownload download = archive.download();
        StoredArchive stored = download.stored();
        if (stored == null) {
            return send(bodyFactory, download, Flux.generate(download::stream, ArchiveWriter::next), download.size());
        }
        ByteRange range = archive.range() == null ? new ByteRange(0, stored.length()) : archive.range();
        Flux<ReadBuffer> slices =
                Flux.generate(() -> new ArchiveSlices(stored, range), ArchiveSlices::next, ArchiveSlices::close);
        return send(bodyFactory, download, slices, OptionalLong.of(range.length()));
    }

    private CloseableByteBody send(
            ByteBodyFactory bodyFactory, ArchiveDownload download, Flux<ReadBuffer> slices, OptionalLong length) {
        Flux<ReadBuffer> counted = slices.doOnNext(slice -> traffic.sent(slice.readable()));
        return bodyFactory.adapt(counted.subscribeOn(scheduler).doFinally(signal -> download.close()), length);
    }

    @Override
    public void writeTo(
            Argument<OutgoingArchive> type,
            MediaType mediaType,
            OutgoingArchive archive,
            MutableHeaders outgoingHeaders,
            OutputStream target) {
        ByteRange range = archive.range();
        try (ArchiveDownload download = archive.download()) {
            InputStream in = download.stream();
            if (range == null) {
                in.transferTo(target);
            } else {
                in.skipNBytes(range.first());
                copy(in, range.length(), target);
            }
        } catch (IOException e) {
            throw new CodecException("an archive could not be written", e);
        }
    }

    private static void copy(InputStream in, long length, OutputStream target) throws IOException {
        long left = length;
        while (left > 0) {
            byte[] slice = in.readNBytes((int) Math.min(SLICE, left));
            if (slice.length == 0) {
                throw new EOFException("the archive became shorter");
            }
            target.write(slice);
            left -= slice.length;
        }
    }

    private static InputStream next(InputStream in, SynchronousSink<ReadBuffer> sink) {
        ByteBuf slice = ALLOCATOR.buffer(SLICE);
        try {
            int count = slice.writeBytes(in, SLICE);
            if (count < 0) {
                slice.release();
                sink.complete();
            } else {
                sink.next(BUFFERS.adapt(slice));
            }
        } catch (IOException | RuntimeException e) {
            slice.release();
            sink.error(e);
        }
        return in;
    }
}
