package dev.wharf.packaging;

import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.InMemoryArchiveStore;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Writes ZIP archives with every number under the test's control, so that any of them can lie. */
final class RawZip {
    private final List<Entry> entries = new ArrayList<>();
    private byte[] beforeDirectory = {};
    private byte[] comment = {};
    private boolean zip64End;
    private Consumer<End> end = e -> {};

    /** What the end record says. */
    static final class End {
        int disk;
        int directoryDisk;
        int entriesHere;
        long entries;
        long directorySize;
        long directoryOffset;
        long zip64Offset;
    }

    /** One entry; what its two headers say is worked out from its content unless a test sets it. */
    static final class Entry {
        byte[] name;
        byte @Nullable [] localName;
        byte[] data;
        byte[] extra = {};
        byte[] localExtra = {};
        byte[] descriptor = {};
        int flags = ZipFormat.FLAG_UTF8;
        int localFlags = -1;
        int method = ZipFormat.STORED;
        int localMethod = -1;
        long crc;
        long localCrc = -1;
        long size;
        long localSize = -1;
        long compressedSize;
        long localCompressedSize = -1;
        int madeBy = ZipFormat.MADE_BY_UNIX;
        int mode = ZipFormat.UNIX_REGULAR | 0644;
        int signature = ZipFormat.CENTRAL_HEADER;
        int localSignature = ZipFormat.LOCAL_HEADER;
        byte[] comment = {};
        long offset = -1;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            data = content;
            crc = checksum.getValue();
            size = content.length;
            compressedSize = content.length;
        }

        Entry deflated() {
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
            method = ZipFormat.DEFLATED;
            return this;
        }
    }

    static Entry connector() {
        return new Entry("connector.py", "# connector\n".getBytes(StandardCharsets.UTF_8));
    }

    static RawZip of(Entry... entries) {
        RawZip zip = new RawZip();
        zip.entries.addAll(List.of(entries));
        return zip;
    }

    /** A connector, and one more entry that the test has its way with. */
    static RawZip withConnectorAnd(String name, Consumer<Entry> change) {
        Entry entry = new Entry(name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
        change.accept(entry);
        return of(connector(), entry);
    }

    RawZip beforeDirectory(byte[] bytes) {
        beforeDirectory = bytes;
        return this;
    }

    RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    RawZip end(Consumer<End> change) {
        end = change;
        return this;
    }

    RawZip zip64End(Consumer<End> change) {
        zip64End = true;
        end = change;
        return this;
    }

    StoredArchive archive() {
        return stored(bytes());
    }

    static StoredArchive stored(byte[] bytes) {
        return new InMemoryArchiveStore().stage(ArchiveSource.of(bytes), Integer.MAX_VALUE);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long offset = entry.offset < 0 ? out.size() : entry.offset;
            out.writeBytes(local(entry));
            out.writeBytes(entry.data);
            out.writeBytes(entry.descriptor);
            directory.writeBytes(central(entry, offset));
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
            out.writeBytes(zip64(numbers));
        }
        out.writeBytes(end(numbers));
        return out.toByteArray();
    }

    private static byte[] local(Entry e) {
        byte[] name = e.localName == null ? e.name : e.localName;
        return buffer(30 + name.length + e.localExtra.length)
                .putInt(e.localSignature)
                .putShort((short) 20)
                .putShort((short) or(e.localFlags, e.flags))
                .putShort((short) or(e.localMethod, e.method))
                .putInt(0)
                .putInt((int) or(e.localCrc, e.crc))
                .putInt((int) or(e.localCompressedSize, e.compressedSize))
                .putInt((int) or(e.localSize, e.size))
                .putShort((short) name.length)
                .putShort((short) e.localExtra.length)
                .put(name)
                .put(e.localExtra)
                .array();
    }

    private static byte[] central(Entry e, long offset) {
        return buffer(46 + e.name.length + e.extra.length + e.comment.length)
                .putInt(e.signature)
                .putShort((short) (e.madeBy << 8 | 20))
                .putShort((short) 20)
                .putShort((short) e.flags)
                .putShort((short) e.method)
                .putInt(0)
                .putInt((int) e.crc)
                .putInt((int) e.compressedSize)
                .putInt((int) e.size)
                .putShort((short) e.name.length)
                .putShort((short) e.extra.length)
                .putShort((short) e.comment.length)
                .putInt(0)
                .putInt(e.mode << 16)
                .putInt((int) offset)
                .put(e.name)
                .put(e.extra)
                .put(e.comment)
                .array();
    }

    private static byte[] zip64(End numbers) {
        return buffer(56 + 20)
                .putInt(ZipFormat.ZIP64_END_RECORD)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(numbers.disk)
                .putInt(numbers.directoryDisk)
                .putLong(numbers.entriesHere)
                .putLong(numbers.entries)
                .putLong(numbers.directorySize)
                .putLong(numbers.directoryOffset)
                .putInt(ZipFormat.ZIP64_LOCATOR)
                .putInt(0)
                .putLong(numbers.zip64Offset)
                .putInt(1)
                .array();
    }

    private byte[] end(End numbers) {
        ByteBuffer record = buffer(22 + comment.length).putInt(ZipFormat.END_RECORD);
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
        return record.putShort((short) comment.length).put(comment).array();
    }

    /** A zip64 field of some numbers. */
    static byte[] zip64Extra(long... numbers) {
        ByteBuffer extra = buffer(4 + 8 * numbers.length)
                .putShort((short) ZipFormat.ZIP64_EXTRA)
                .putShort((short) (8 * numbers.length));
        for (long number : numbers) {
            extra.putLong(number);
        }
        return extra.array();
    }

    /** A Unicode path field that gives a name. */
    static byte[] unicodePathExtra(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return buffer(4 + 5 + utf8.length)
                .putShort((short) ZipFormat.UNICODE_PATH_EXTRA)
                .putShort((short) (5 + utf8.length))
                .put((byte) 1)
                .putInt(0)
                .put(utf8)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long or(long set, long otherwise) {
        return set < 0 ? otherwise : set;
    }
}
