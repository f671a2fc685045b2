package dev.wharf.server.transfer;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/** An archive as the body of an answer: read in slices while it is sent, as fast as the caller takes it. */
final class ArchiveAnswer {
    private static final int SLICE = 256 * 1024;
    private static final ByteBufAllocator ALLOCATOR = ByteBufAllocator.DEFAULT;
    private static final NettyReadBufferFactory BUFFERS = NettyReadBufferFactory.of(ALLOCATOR);

    private final ArchiveDownload download;
    private final Scheduler scheduler;

    ArchiveAnswer(ArchiveDownload download, Scheduler scheduler) {
        this.download = download;
        this.scheduler = scheduler;
    }

    HttpResponse<?> to(HttpRequest<?> request) {
        MutableHttpResponse<?> response = HttpResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"code.zip\"");
        Sha256 sha256 = download.sha256();
        if (sha256 != null) {
            response.header(HttpHeaders.ETAG, "\"" + sha256 + "\"");
        }
        OptionalLong size = download.size();
        StoredArchive stored = download.stored();
        Flux<ReadBuffer> slices = stored == null ? streamed() : stored(stored);
        Flux<ReadBuffer> body = slices.subscribeOn(scheduler).doFinally(signal -> download.close());
        return ByteBodyHttpResponseWrapper.wrap(
                response, ((ServerHttpRequest<?>) request).byteBodyFactory().adapt(body, size));
    }

    private static Flux<ReadBuffer> stored(StoredArchive archive) {
        return Flux.generate(() -> new Slices(archive), Slices::next, Slices::close);
    }

    private Flux<ReadBuffer> streamed() {
        return Flux.generate(download::stream, ArchiveAnswer::next);
    }

    private static InputStream next(InputStream in, SynchronousSink<ReadBuffer> sink) {
        ByteBuf slice = ALLOCATOR.buffer(SLICE);
        try {
            int count = slice.writeBytes(in, SLICE);
            emit(slice, count, sink);
        } catch (IOException | RuntimeException e) {
            slice.release();
            sink.error(e);
        }
        return in;
    }

    private static void emit(ByteBuf slice, int count, SynchronousSink<ReadBuffer> sink) {
        if (count < 0) {
            slice.release();
            sink.complete();
        } else {
            sink.next(BUFFERS.adapt(slice));
        }
    }

    /** Reads an archive at hand slice by slice; slices, not a mapping, so that only slices count as the process's memory. */
    private static final class Slices {
        private final SeekableByteChannel channel;
        private final long length;
        private long position;

        Slices(StoredArchive archive) throws IOException {
            this.channel = archive.openChannel();
            this.length = archive.length();
        }

        Slices next(SynchronousSink<ReadBuffer> sink) {
            if (position >= length) {
                sink.complete();
                return this;
            }
            int wanted = (int) Math.min(SLICE, length - position);
            ByteBuf slice = ALLOCATOR.directBuffer(wanted);
            try {
                fill(slice, wanted);
                position += wanted;
                sink.next(BUFFERS.adapt(slice));
            } catch (IOException | RuntimeException e) {
                slice.release();
                sink.error(e);
            }
            return this;
        }

        private void fill(ByteBuf slice, int wanted) throws IOException {
            while (slice.writerIndex() < wanted) {
                int left = wanted - slice.writerIndex();
                int count = channel instanceof FileChannel file
                        ? slice.writeBytes(file, position + slice.writerIndex(), left)
                        : read(slice, left);
                if (count < 0) {
                    throw new EOFException("the archive became shorter");
                }
            }
        }

        private int read(ByteBuf slice, int left) throws IOException {
            int count = channel.read(slice.nioBuffer(slice.writerIndex(), left));
            if (count > 0) {
                slice.writerIndex(slice.writerIndex() + count);
            }
            return count;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
