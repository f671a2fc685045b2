package dev.wharf.server.transfer;

import dev.wharf.port.StoredArchive;
import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads an archive at hand slice by slice into pooled buffers. Not a mapping of the whole file, whose pages would count as
 * the process's memory.
 */
final class ArchiveSlices {
    private static final ByteBufAllocator ALLOCATOR = ByteBufAllocator.DEFAULT;
    private static final NettyReadBufferFactory BUFFERS = NettyReadBufferFactory.of(ALLOCATOR);

    private final SeekableByteChannel channel;
    private final long end;
    private long position;

    ArchiveSlices(StoredArchive archive, ByteRange range) throws IOException {
        this.channel = archive.openChannel();
        this.position = range.first();
        this.end = range.first() + range.length();
        channel.position(position);
    }

    /** Emits the next slice, or the end. */
    ArchiveSlices next(SynchronousSink<ReadBuffer> sink) {
        if (position >= end) {
            sink.complete();
            return this;
        }
        int wanted = (int) Math.min(ArchiveWriter.SLICE, end - position);
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

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
