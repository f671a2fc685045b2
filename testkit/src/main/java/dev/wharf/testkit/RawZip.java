package dev.wharf.testkit;

import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StoredArchive;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Writes ZIP archives with every number under the test's control, so that any of them can lie. */
public final class RawZip {
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END_RECORD = 0x06054b50;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final int ZIP64_EXTRA = 0x0001;
    private static final int UNICODE_PATH_EXTRA = 0x7075;
    private static final int MADE_BY_UNIX = 3;
    private static final int UNIX_REGULAR = 0100000;

    private final List<Entry> entries = new ArrayList<>();
    private byte[] beforeDirectory = {};
    private byte[] comment = {};
    private boolean zip64End;
    private Consumer<End> end = e -> {};

    /** What the end record says. */
    public static final class End {
        public int disk;
        public int directoryDisk;
        public int entriesHere;
        public long entries;
        public long directorySize;
        public long directoryOffset;
        public long zip64Offset;
    }

    /** One entry; what its two headers say is worked out from its content unless a test sets it. */
    public static final class Entry {
        public byte[] name;
        public byte @Nullable [] localName;
        public byte[] data;
        public byte[] extra = {};
        public byte[] localExtra = {};
        public byte[] descriptor = {};
        public int flags = FLAG_UTF8;
        public int localFlags = -1;
        public int method = STORED;
        public int localMethod = -1;
        public long crc;
        public long localCrc = -1;
        public long size;
        public long localSize = -1;
        public long compressedSize;
        public long localCompressedSize = -1;
        public int madeBy = MADE_BY_UNIX;
        public int version = 20;
        public int mode = UNIX_REGULAR | 0644;
        public int signature = RawHeaders.CENTRAL_HEADER;
        public int localSignature = RawHeaders.LOCAL_HEADER;
        public byte[] comment = {};
        public long offset = -1;

        public Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            data = content;
            crc = checksum.getValue();
            size = content.length;
            compressedSize = content.length;
        }

        public Entry deflated() {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.end();
            data = packed.toByteArray();
            compressedSize = data.length;
            method = DEFLATED;
            return this;
        }
    }

    public static Entry connector() {
        return new Entry("connector.py", "# connector\n".getBytes(StandardCharsets.UTF_8));
    }

    public static RawZip of(Entry... entries) {
        RawZip zip = new RawZip();
        zip.entries.addAll(List.of(entries));
        return zip;
    }

    /** A connector, and one more entry that the test has its way with. */
    public static RawZip withConnectorAnd(String name, Consumer<Entry> change) {
        Entry entry = new Entry(name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
        change.accept(entry);
        return of(connector(), entry);
    }

    public RawZip beforeDirectory(byte[] bytes) {
        beforeDirectory = bytes;
        return this;
    }

    public RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    public RawZip end(Consumer<End> change) {
        end = change;
        return this;
    }

    public RawZip zip64End(Consumer<End> change) {
        zip64End = true;
        end = change;
        return this;
    }

    public StoredArchive archive() {
        return stored(bytes());
    }

    public static StoredArchive stored(byte[] bytes) {
        return new InMemoryArchiveStore().stage(ArchiveSource.of(bytes), Integer.MAX_VALUE);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long offset = entry.offset < 0 ? out.size() : entry.offset;
            out.writeBytes(RawHeaders.local(entry));
            out.writeBytes(entry.data);
            out.writeBytes(entry.descriptor);
            directory.writeBytes(RawHeaders.central(entry, offset));
        }
        out.writeBytes(beforeDirectory);
        End numbers = new End();
        numbers.entriesHere = entries.size();
        numbers.entries = entries.size();
        numbers.directorySize = directory.size();
        numbers.directoryOffset = out.size();
        out.writeBytes(directory.toByteArray());
        numbers.zip64Offset = out.size();
        end.accept(numbers);
        if (zip64End) {
            out.writeBytes(RawHeaders.zip64(numbers));
        }
        out.writeBytes(end(numbers));
        return out.toByteArray();
    }

    private byte[] end(End numbers) {
        ByteBuffer record = RawHeaders.buffer(22 + comment.length).putInt(END_RECORD);
        if (zip64End) {
            record.putInt(0).putInt(-1).putInt(-1).putInt(-1);
        } else {
            record.putShort((short) numbers.disk)
                    .putShort((short) numbers.directoryDisk)
                    .putShort((short) numbers.entriesHere)
                    .putShort((short) numbers.entries)
                    .putInt((int) numbers.directorySize)
                    .putInt((int) numbers.directoryOffset);
        }
        return RawHeaders.written(record.putShort((short) comment.length).put(comment));
    }

    /** A zip64 field of some numbers. */
    public static byte[] zip64Extra(long... numbers) {
        ByteBuffer extra = RawHeaders.buffer(4 + 8 * numbers.length)
                .putShort((short) ZIP64_EXTRA)
                .putShort((short) (8 * numbers.length));
        for (long number : numbers) {
            extra.putLong(number);
        }
        return RawHeaders.written(extra);
    }

    /** A Unicode path field that gives a name. */
    public static byte[] unicodePathExtra(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return RawHeaders.buffer(4 + 5 + utf8.length)
                .putShort((short) UNICODE_PATH_EXTRA)
                .putShort((short) (5 + utf8.length))
                .put((byte) 1)
                .putInt(0)
                .put(utf8)
                .array();
    }

    /** What follows an entry's bytes where its local header tells neither checksum nor sizes. */
    public static byte[] descriptor(long crc, long compressedSize, long size) {
        return RawHeaders.buffer(16)
                .putInt(DESCRIPTOR)
                .putInt((int) crc)
                .putInt((int) compressedSize)
                .putInt((int) size)
                .array();
    }
}
