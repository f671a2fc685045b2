package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A project's archive, made while it is read, so that it never exists as a whole. Each file is read twice: for its checksum,
 * which stands before its bytes, and for its bytes.
 */
final class ArchiveStream extends InputStream {
    private final Opener opener;
    private final Iterator<ProjectFile> files;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final byte[] single = new byte[1];
    private InputStream current = InputStream.nullInputStream();
    private State state = State.BETWEEN_FILES;
    private ZipEntryHeaders entry = new ZipEntryHeaders("", 0, 0, false, 0);
    private CRC32 crc = new CRC32();
    private long offset;
    private int entries;

    /** Opens a file that goes in. */
    @FunctionalInterface
    interface Opener {
        InputStream open(String path) throws IOException;
    }

    private enum State {
        BETWEEN_FILES,
        IN_HEADER,
        IN_FILE,
        IN_DIRECTORY
    }

    ArchiveStream(List<ProjectFile> files, Opener opener) {
        this.opener = opener;
        this.files = files.iterator();
    }

    /** How many bytes an archive of some files has, all stored as they are. */
    static long size(List<ProjectFile> files) {
        long size = ZipFormat.END_RECORD_SIZE;
        for (ProjectFile file : files) {
            int name = file.path().getBytes(StandardCharsets.UTF_8).length;
            size += ZipFormat.LOCAL_HEADER_SIZE + ZipFormat.CENTRAL_HEADER_SIZE + 2L * name + file.size();
        }
        return size;
    }

    @Override
    public int read() throws IOException {
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int count = current.read(target, from, length);
            if (count > 0) {
                offset += count;
                return count;
            }
            if (!advance()) {
                return -1;
            }
        }
    }

    private boolean advance() throws IOException {
        current.close();
        switch (state) {
            case IN_HEADER -> {
                crc = new CRC32();
                current = new CheckedInputStream(opener.open(entry.name()), crc);
                state = State.IN_FILE;
            }
            case IN_FILE -> {
                long size = offset - entry.offset() - entry.local().length;
                if (size != entry.size() || crc.getValue() != entry.crc32()) {
                    throw new IOException(entry.name() + " changed while it was being packaged");
                }
                directory.write(entry.central());
                entries++;
                beginNext();
            }
            case BETWEEN_FILES -> beginNext();
            case IN_DIRECTORY -> {
                return false;
            }
        }
        return true;
    }

    private void beginNext() throws IOException {
        if (files.hasNext()) {
            entry = measure(files.next());
            current = new ByteArrayInputStream(entry.local());
            state = State.IN_HEADER;
        } else {
            checkReachable(offset);
            byte[] end = ZipEntryHeaders.end(entries, offset, directory.size());
            directory.write(end);
            current = new ByteArrayInputStream(directory.toByteArray());
            state = State.IN_DIRECTORY;
        }
    }

    private ZipEntryHeaders measure(ProjectFile file) throws IOException {
        CRC32 checksum = new CRC32();
        long size = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream content = opener.open(file.path())) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                checksum.update(buffer, 0, count);
                size += count;
            }
        }
        if (size != file.size()) {
            throw new IOException(file.path() + " changed since the project was read");
        }
        checkReachable(size);
        checkReachable(offset);
        return new ZipEntryHeaders(file.path(), checksum.getValue(), size, file.isExecutable(), offset);
    }

    /** The largest number there is room for stands for "see the zip64 field", which we never write. */
    private static void checkReachable(long number) throws IOException {
        if (number >= ZipFormat.MAX_32) {
            throw new IOException("the archive would be larger than 4 GiB");
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
        state = State.IN_DIRECTORY;
        current = InputStream.nullInputStream();
    }
}
