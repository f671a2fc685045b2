package dev.wharf.packaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * An archive whose last byte comes only if the project is still what it was when it was read. Who knows the size may never ask
 * for more than the last byte.
 */
final class CheckedAtEnd extends FilterInputStream {
    private static final int MOST_SKIPPED = 8192;

    private final ProjectState state;
    private long left;
    private boolean checked;

    CheckedAtEnd(InputStream archive, long size, ProjectState state) {
        super(archive);
        this.left = size;
        this.state = state;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(target, offset, length);
        } catch (ProjectChangedException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw explained(e);
        }
        check(count);
        return count;
    }

    /** What is passed over counts as read. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(count, MOST_SKIPPED))];
        return Math.max(0, read(passed, 0, passed.length));
    }

    /** What cannot be read may have vanished. */
    private IOException explained(IOException failure) {
        try {
            state.checkUnchanged();
            return failure;
        } catch (ProjectChangedException changed) {
            changed.addSuppressed(failure);
            return changed;
        }
    }

    private void check(int count) throws IOException {
        left -= Math.max(count, 0);
        if ((left <= 0 || count < 0) && !checked) {
            state.checkUnchanged();
            checked = true;
        }
    }
}
