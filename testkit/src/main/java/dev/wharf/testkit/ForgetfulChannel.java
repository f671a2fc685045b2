package dev.wharf.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** A file's channel, which tells the disk when it is forced; or a directory's, which can do nothing else. */
final class ForgetfulChannel extends FileChannel {
    private final ForgetfulFileSystem fileSystem;
    private final @Nullable FileChannel channel;
    private final Object key;
    private final String name;

    ForgetfulChannel(ForgetfulFileSystem fileSystem, @Nullable FileChannel channel, Object key, String name) {
        this.fileSystem = fileSystem;
        this.channel = channel;
        this.key = key;
        this.name = name;
    }

    private FileChannel at(String what) throws IOException {
        fileSystem.step(what + " " + name);
        if (channel == null) {
            throw new IOException("Is a directory");
        }
        return channel;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        fileSystem.step("fsync " + name);
        fileSystem.disk().force(key, metadata);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return at("read").read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return at("read").read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return at("read").read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return at("write").write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return at("write").write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return at("write").write(source, position);
    }

    @Override
    public long position() throws IOException {
        return at("position").position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        at("position").position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return at("size").size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        at("truncate").truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return at("read").transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return at("write").transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("memory maps are not modelled");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return at("lock").lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return at("lock").tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
