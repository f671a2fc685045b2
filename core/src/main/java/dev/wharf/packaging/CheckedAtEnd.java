package dev.wharf.packaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

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
        int value = super.read();
        check(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        check(count);
        return count;
    }

    /** What is passed over counts as read. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(count, MOST_SKIPPED))];
        return Math.max(0, read(passed, 0, passed.length));
    }

    private void check(int count) throws IOException {
        left -= Math.max(count, 0);
        if ((left <= 0 || count < 0) && !checked) {
            state.checkUnchanged();
            checked = true;
        }
    }
}
