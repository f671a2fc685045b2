package dev.wharf.packaging;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Little-endian reads at any position of a channel. */
final class ChannelBytes implements Closeable {
    private final SeekableByteChannel channel;

    ChannelBytes(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Reads exactly that many bytes, ready to be taken from the buffer. */
    ByteBuffer read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the archive ends at " + channel.size());
            }
        }
        return buffer.flip();
    }

    /** Reads what there is, up to the buffer's room; for streaming one entry. */
    int read(long position, ByteBuffer buffer) throws IOException {
        channel.position(position);
        return channel.read(buffer);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
