package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of gigabytes that are made up while they are read: what the archive cannot say in 32 bits must not be written. */
class LargeArchiveTest {
    private static final long MAX_32 = 0xffff_ffffL;

    @ParameterizedTest
    @ValueSource(longs = {MAX_32, MAX_32 - 10})
    void an_archive_beyond_four_gigabytes_is_refused(long size) {
        assertThatThrownBy(() -> copy(size)).isInstanceOf(IOException.class).hasMessageContaining("larger than 4 GiB");
    }

    @Test
    void a_file_larger_than_memory_streams_through() throws IOException {
        long size = Runtime.getRuntime().maxMemory() + 1;

        assertThat(copy(size)).isEqualTo(size + 2 * (30 + 46 + 2 * "large".length()) + 22);
    }

    private static long copy(long size) throws IOException {
        List<ProjectFile> files = List.of(new ProjectFile("large", size, false), new ProjectFile("small", 0, false));
        try (InputStream archive =
                new ArchiveStream(files, path -> path.equals("large") ? new Zeros(size) : new Zeros(0))) {
            return archive.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Leaves the caller's buffer as it is, so that gigabytes cost no more than their checksum. */
    private static final class Zeros extends InputStream {
        private final byte[] zeros = new byte[64 * 1024];
        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads gigabytes byte by byte");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, zeros.length), left);
            System.arraycopy(zeros, 0, target, offset, count);
            left -= count;
            return count;
        }
    }
}
