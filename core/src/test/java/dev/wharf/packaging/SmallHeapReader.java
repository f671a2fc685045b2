package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.model.Sha256;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A program that writes one of the worst archives to a file, reads it, and says how that ended. */
final class SmallHeapReader {
    private static final int MEBIBYTE = 1024 * 1024;

    enum Worst {
        /**
         * As many entries as there may be, with the longest names for which the directory has room, and in each a character
         * that makes the JDK keep two bytes for every other.
         */
        MANY_LONG_NAMES("65535 entries"),
        /** Directories in directories. */
        DEEP_NAMES("entries"),
        /** As much as may be unpacked, as small as deflate makes it; with an allowance, or its ratio would be refused. */
        BOMB("2 entries");

        private final String outcome;

        Worst(String outcome) {
            this.outcome = outcome;
        }

        String outcome() {
            return outcome;
        }
    }

    private SmallHeapReader() {}

    public static void main(String[] args) throws IOException {
        Worst worst = Worst.valueOf(args[0]);
        Path file = Files.createTempFile("worst", ".zip");
        try {
            write(worst, file);
            ArchiveLimits usual = ArchiveLimits.DEFAULT;
            ArchiveLimits limits = worst == Worst.BOMB
                    ? new ArchiveLimits(
                            usual.maxBytes(),
                            usual.maxEntries(),
                            usual.maxUnpackedBytes(),
                            usual.maxDirectoryBytes(),
                            2000)
                    : usual;
            ConnectorArchive archive = ConnectorArchive.read(new FileArchive(file), limits);
            System.out.println(archive.entries().size() + " entries");
        } catch (InvalidArchiveException e) {
            System.out.println(e.reason());
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Worst worst, Path file) throws IOException {
        switch (worst) {
            case MANY_LONG_NAMES -> empties(file);
            case DEEP_NAMES -> deep(file);
            case BOMB -> bomb(file);
        }
    }

    /** Writes empty files, and a connector, without holding them. */
    private static void empties(Path file) throws IOException {
        int room = ArchiveLimits.DEFAULT.maxDirectoryBytes() / 65_535 - ZipFormat.CENTRAL_HEADER_SIZE;
        try (Writer writer = new Writer(file)) {
            writer.add("connector.py");
            for (int i = 1; i < 65_535; i++) {
                String name = "数" + i + "/";
                writer.add(name + "x".repeat(room - name.getBytes(StandardCharsets.UTF_8).length));
            }
        }
    }

    private static void deep(Path file) throws IOException {
        int room = 256 * 2 + 6;
        int count = ArchiveLimits.DEFAULT.maxDirectoryBytes() / (ZipFormat.CENTRAL_HEADER_SIZE + room);
        try (Writer writer = new Writer(file)) {
            writer.add("connector.py");
            for (int i = 1; i < count; i++) {
                writer.add("d" + i + "/d".repeat(255));
            }
        }
    }

    /** Deflated zeros, the same block over and over: a full flush forgets what came before. */
    private static void bomb(Path file) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] zeros = new byte[MEBIBYTE];
        byte[] buffer = new byte[64 * 1024];
        deflater.setInput(zeros);
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        byte[] block = Arrays.copyOf(buffer, length);
        deflater.end();
        int blocks = 2047;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        for (int i = 0; i < blocks; i++) {
            packed.writeBytes(block);
            crc.update(zeros);
        }
        packed.writeBytes(new byte[] {3, 0});
        Entry entry = new Entry("zeros", new byte[0]);
        entry.method = ZipFormat.DEFLATED;
        entry.data = packed.toByteArray();
        entry.compressedSize = entry.data.length;
        entry.size = (long) blocks * MEBIBYTE;
        entry.crc = crc.getValue();
        Files.write(file, RawZip.of(RawZip.connector(), entry).bytes());
    }

    /** An archive in a file. */
    private record FileArchive(Path file) implements StoredArchive {
        @Override
        public Sha256 sha256() {
            throw new UnsupportedOperationException("reading an archive needs no hash");
        }

        @Override
        public long length() {
            throw new UnsupportedOperationException("the channel knows");
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            return Files.newByteChannel(file);
        }
    }

    /** Writes empty entries; their names go to a second file until the directory is due. */
    private static final class Writer implements AutoCloseable {
        private final Path directoryFile;
        private final OutputStream out;
        private final OutputStream directory;
        private long offset;
        private long directorySize;
        private int entries;

        Writer(Path file) throws IOException {
            directoryFile = Files.createTempFile("directory", ".part");
            out = new BufferedOutputStream(Files.newOutputStream(file));
            directory = new BufferedOutputStream(Files.newOutputStream(directoryFile));
        }

        void add(String name) throws IOException {
            ZipEntryHeaders headers = new ZipEntryHeaders(name, 0, 0, false, offset);
            out.write(headers.local());
            directory.write(headers.central());
            offset += headers.local().length;
            directorySize += headers.central().length;
            entries++;
        }

        @Override
        public void close() throws IOException {
            directory.close();
            try (out) {
                Files.copy(directoryFile, out);
                out.write(ZipEntryHeaders.end(entries, offset, directorySize));
            } finally {
                Files.delete(directoryFile);
            }
        }
    }
}
