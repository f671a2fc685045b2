package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's archive, made while it is read, so that it never exists as a whole. */
final class ArchiveStream extends InputStream {
    private final ReadAhead files;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final byte[] single = new byte[1];
    private InputStream current = InputStream.nullInputStream();
    private @Nullable MeasuredFile begun;
    private boolean ended;
    private long offset;
    private int entries;

    ArchiveStream(List<ProjectFile> files, MeasuredFile.Opener opener) {
        this.files = new ReadAhead(files, opener);
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
        if (begun != null) {
            current = begun.content();
            begun = null;
        } else if (ended) {
            return false;
        } else if (files.hasNext()) {
            current = new ByteArrayInputStream(begin(files.next()));
        } else {
            current = new ByteArrayInputStream(end());
            ended = true;
        }
        return true;
    }

    private byte[] begin(MeasuredFile file) throws IOException {
        long size = file.file().size();
        checkReachable(size);
        checkReachable(offset);
        ZipEntryHeaders headers = new ZipEntryHeaders(
                file.file().path(), file.crc32(), size, file.file().isExecutable(), offset);
        directory.write(headers.central());
        entries++;
        begun = file;
        return headers.local();
    }

    private byte[] end() throws IOException {
        checkReachable(offset);
        directory.write(ZipEntryHeaders.end(entries, offset, directory.size()));
        return directory.toByteArray();
    }

    /** The largest number there is room for stands for "see the zip64 field", which we never write. */
    private static void checkReachable(long number) throws IOException {
        if (number >= ZipFormat.MAX_32) {
            throw new IOException("the archive would be larger than 4 GiB");
        }
    }

    @Override
    public void close() throws IOException {
        files.stop();
        current.close();
        current = InputStream.nullInputStream();
        begun = null;
        ended = true;
    }
}
