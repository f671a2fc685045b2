package dev.wharf.packaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An archive whose end is reached only if the project is still what it was when it was read. */
final class CheckedAtEnd extends FilterInputStream {
    private final ProjectState state;
    private boolean checked;

    CheckedAtEnd(InputStream archive, ProjectState state) {
        super(archive);
        this.state = state;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return checked(super.read(target, offset, length));
    }

    private int checked(int result) throws IOException {
        if (result < 0 && !checked) {
            state.checkUnchanged();
            checked = true;
        }
        return result;
    }
}
