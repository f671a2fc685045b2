package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes in, read once: its checksum has to be written before its bytes. A small one's bytes are kept, so that it
 * is opened only once; a large one is read again, and must then be the same.
 */
final class MeasuredFile {
    static final int MOST_KEPT = 256 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final ProjectFile file;
    private final Opener opener;
    private final long crc32;
    private final byte @Nullable [] kept;

    /** Opens a file that goes in. Called by several threads at once. */
    @FunctionalInterface
    interface Opener {
        InputStream open(String path) throws IOException;
    }

    private MeasuredFile(ProjectFile file, Opener opener, long crc32, byte @Nullable [] kept) {
        this.file = file;
        this.opener = opener;
        this.crc32 = crc32;
        this.kept = kept;
    }

    static MeasuredFile read(ProjectFile file, Opener opener) throws IOException {
        try (InputStream content = opener.open(file.path())) {
            return file.size() <= MOST_KEPT ? keep(file, opener, content) : pass(file, opener, content);
        }
    }

    private static MeasuredFile keep(ProjectFile file, Opener opener, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((int) file.size() + 1);
        checkSize(file, bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new MeasuredFile(file, opener, crc.getValue(), bytes);
    }

    private static MeasuredFile pass(ProjectFile file, Opener opener, InputStream content) throws IOException {
        CRC32 crc = new CRC32();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
            crc.update(chunk, 0, count);
            size += count;
        }
        checkSize(file, size);
        return new MeasuredFile(file, opener, crc.getValue(), null);
    }

    ProjectFile file() {
        return file;
    }

    long crc32() {
        return crc32;
    }

    /** The file's bytes; reading fails where they are not those that were measured. */
    InputStream content() throws IOException {
        return kept == null ? new SecondReading(opener.open(file.path())) : new ByteArrayInputStream(kept);
    }

    private static void checkSize(ProjectFile file, long size) throws IOException {
        if (size != file.size()) {
            throw changed(file);
        }
    }

    private static IOException changed(ProjectFile file) {
        return new ProjectChangedException(file.path() + " changed while it was being packaged");
    }

    private final class SecondReading extends CheckedInputStream {
        private long size;

        SecondReading(InputStream content) {
            super(content, new CRC32());
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

        private void check(int count) throws IOException {
            size += Math.max(count, 0);
            if (size > file.size()
                    || (count < 0 && (size < file.size() || getChecksum().getValue() != crc32))) {
                throw changed(file);
            }
        }
    }
}
