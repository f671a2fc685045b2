package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LyingHeadersTest extends RefusedArchives {
    @ParameterizedTest
    @EnumSource
    void headers_that_disagree_are_refused_as_inconsistent(Disagreement disagreement) {
        assertRefused(disagreement.change, Reason.INCONSISTENT);
    }

    enum Disagreement {
        LOCAL_NAME(e -> e.localName = "othex.py".getBytes(StandardCharsets.UTF_8)),
        LOCAL_NAME_LENGTH(e -> e.localName = "other.pyc".getBytes(StandardCharsets.UTF_8)),
        LOCAL_METHOD(e -> e.localMethod = ZipFormat.DEFLATED),
        LOCAL_CHECKSUM(e -> e.localCrc = 1),
        LOCAL_SIZE(e -> e.localSize = 1),
        LOCAL_COMPRESSED_SIZE(e -> e.localCompressedSize = 1),
        LOCAL_ENCRYPTION(e -> e.localFlags = e.flags | ZipFormat.FLAG_ENCRYPTED),
        LOCAL_DESCRIPTOR(e -> e.localFlags = e.flags | ZipFormat.FLAG_DATA_DESCRIPTOR),
        LOCAL_UTF8(e -> e.localFlags = 0),
        LOCAL_CHECKSUM_BEFORE_DESCRIPTOR(e -> {
            withDescriptor(e);
            e.localCrc = 1;
        }),
        LOCAL_SIZE_BEFORE_DESCRIPTOR(e -> {
            withDescriptor(e);
            e.localSize = 1;
        }),
        LOCAL_COMPRESSED_SIZE_BEFORE_DESCRIPTOR(e -> {
            withDescriptor(e);
            e.localCompressedSize = 1;
        }),
        DESCRIPTOR_MISSING(e -> {
            withDescriptor(e);
            e.descriptor = new byte[0];
        }),
        DESCRIPTOR_CUT_OFF(e -> {
            withDescriptor(e);
            e.descriptor = Arrays.copyOf(e.descriptor, 15);
        }),
        DESCRIPTOR_WITH_ANOTHER_SIGNATURE(e -> {
            withDescriptor(e);
            e.descriptor[0] ^= 1;
        }),
        DESCRIPTOR_CHECKSUM(e -> {
            withDescriptor(e);
            e.descriptor[4] ^= 1;
        }),
        DESCRIPTOR_COMPRESSED_SIZE(e -> {
            withDescriptor(e);
            e.descriptor[8] ^= 1;
        }),
        DESCRIPTOR_SIZE(e -> {
            withDescriptor(e);
            e.descriptor[12] ^= 1;
        }),
        DESCRIPTOR_NOT_ANNOUNCED(e -> e.descriptor = RawZip.descriptor(e.crc, e.compressedSize, e.size)),
        HIDDEN_ENTRY_AFTER_IT(e -> e.descriptor = firstEntryOf(RawZip.of(RawZip.connector()))),
        LOCAL_SIGNATURE(e -> e.localSignature = ZipFormat.CENTRAL_HEADER),
        DIRECTORY_SIGNATURE(e -> e.signature = ZipFormat.LOCAL_HEADER),
        OFFSET_IN_THE_MIDDLE(e -> e.offset = 30 + "connector.py".length() + 12 + 1),
        OFFSET_OUTSIDE(e -> e.offset = 1_000_000),
        SIZE_OUTSIDE(e -> {
            e.size = 1_000_000;
            e.compressedSize = 1_000_000;
        }),
        STORED_WITH_TWO_SIZES(e -> e.size++),
        UNICODE_PATH(e -> e.extra = RawZip.unicodePathExtra("../other.py")),
        UNICODE_PATH_TWICE(
                e -> e.extra = concat(RawZip.unicodePathExtra("other.py"), RawZip.unicodePathExtra("connector.py"))),
        UNICODE_PATH_WITHOUT_NAME(e -> e.extra = new byte[] {0x75, 0x70, 2, 0, 1, 0}),
        UNICODE_PATH_CUT_OFF(e -> e.extra = Arrays.copyOf(RawZip.unicodePathExtra("other.py"), 12)),
        LOCAL_UNICODE_PATH(e -> e.localExtra = RawZip.unicodePathExtra("connector.py")),
        ZIP64_MISSING(e -> e.size = ZipFormat.MAX_32),
        ZIP64_TOO_SHORT(e -> {
            e.size = ZipFormat.MAX_32;
            e.compressedSize = ZipFormat.MAX_32;
            e.extra = RawZip.zip64Extra(16);
        }),
        ZIP64_TWICE(e -> {
            e.extra = concat(RawZip.zip64Extra(e.size), RawZip.zip64Extra(e.size + 1));
            e.size = ZipFormat.MAX_32;
        }),
        ZIP64_NEGATIVE(e -> {
            e.size = ZipFormat.MAX_32;
            e.extra = RawZip.zip64Extra(-1);
        }),
        ZIP64_CUT_OFF(e -> {
            e.size = ZipFormat.MAX_32;
            e.extra = Arrays.copyOf(RawZip.zip64Extra(16), 11);
        });

        private final Consumer<Entry> change;

        private static void withDescriptor(Entry entry) {
            entry.flags |= ZipFormat.FLAG_DATA_DESCRIPTOR;
            entry.descriptor = RawZip.descriptor(entry.crc, entry.compressedSize, entry.size);
        }

        private static byte[] firstEntryOf(RawZip zip) {
            return Arrays.copyOf(zip.bytes(), 30 + "connector.py".length() + 12);
        }

        Disagreement(Consumer<Entry> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_end_record_that_lies_is_refused_as_inconsistent(Lie lie) {
        assertRefused(RawZip.of(RawZip.connector()).end(lie.change).bytes(), Reason.INCONSISTENT);
    }

    enum Lie {
        DISK(e -> e.disk = 1),
        DIRECTORY_DISK(e -> e.directoryDisk = 1),
        SPLIT(e -> e.entriesHere = 0),
        MORE_ENTRIES(e -> {
            e.entries = 2;
            e.entriesHere = 2;
        }),
        FEWER_ENTRIES(e -> {
            e.entries = 0;
            e.entriesHere = 0;
        }),
        OFFSET_TOO_SMALL(e -> e.directoryOffset--),
        OFFSET_TOO_LARGE(e -> e.directoryOffset++),
        OFFSET_OUTSIDE(e -> e.directoryOffset = 0xffff_fff0L),
        SIZE_TOO_SMALL(e -> e.directorySize--),
        SIZE_TOO_LARGE(e -> e.directorySize++),
        DIRECTORY_CUT_OFF(e -> {
            e.directoryOffset += 10;
            e.directorySize -= 10;
        }),
        DIRECTORY_TOO_SHORT(e -> {
            e.directoryOffset += 20;
            e.directorySize -= 20;
        }),
        ZIP64_WITHOUT_RECORD(e -> e.directorySize = 0xffff_ffffL);

        private final Consumer<RawZip.End> change;

        Lie(Consumer<RawZip.End> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_zip64_end_record_that_lies_is_refused_as_inconsistent(Zip64Lie lie) {
        assertRefused(RawZip.of(RawZip.connector()).zip64End(lie.change).bytes(), Reason.INCONSISTENT);
    }

    enum Zip64Lie {
        ENTRIES(e -> e.entries = 2),
        NEGATIVE_ENTRIES(e -> e.entries = -1),
        OFFSET(e -> e.directoryOffset = -1),
        OFFSET_TOO_LARGE(e -> e.directoryOffset = Long.MAX_VALUE),
        SIZE(e -> e.directorySize = -1),
        SUM(e -> {
            e.directoryOffset = 1;
            e.directorySize = Long.MAX_VALUE;
        }),
        DISK(e -> e.disk = 1),
        DIRECTORY_DISK(e -> e.directoryDisk = 1),
        SPLIT(e -> e.entriesHere = 0),
        POSITION(e -> e.zip64Offset = 0),
        POSITION_OUTSIDE(e -> e.zip64Offset = 1_000_000),
        POSITION_NEGATIVE(e -> e.zip64Offset = -1);

        private final Consumer<RawZip.End> change;

        Zip64Lie(Consumer<RawZip.End> change) {
            this.change = change;
        }
    }

    /** The zip64 end record lies in the comment of the directory's last entry: only who looks for it finds it. */
    @Test
    void a_zip64_end_record_that_only_some_readers_see_is_refused() {
        RawZip smuggled = RawZip.of(new Entry("connector.py", "# another\n".getBytes(StandardCharsets.UTF_8)))
                .zip64End(e -> {});
        byte[] bytes = smuggled.bytes();
        Entry last = RawZip.connector();
        last.comment = Arrays.copyOfRange(bytes, bytes.length - 22 - 76, bytes.length - 22);

        assertRefused(RawZip.of(last).bytes(), Reason.INCONSISTENT);
    }

    @Test
    void two_end_records_that_disagree_are_refused() {
        assertRefused(withBothEnds(2), Reason.INCONSISTENT);
    }

    @Test
    void a_comment_that_quotes_an_end_record_is_refused() {
        byte[] quote = new byte[40];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, quote, 5, 4);

        assertRefused(RawZip.of(RawZip.connector()).comment(quote).bytes(), Reason.INCONSISTENT);
    }

    /** A zip64 end record, and a plain one that tells everything too. */
    static byte[] withBothEnds(int plainEntries) {
        byte[] plain = RawZip.of(RawZip.connector())
                .end(e -> {
                    e.entries = plainEntries;
                    e.entriesHere = plainEntries;
                })
                .bytes();
        byte[] both = RawZip.of(RawZip.connector()).zip64End(e -> {}).bytes();
        System.arraycopy(plain, plain.length - 22, both, both.length - 22, 22);
        return both;
    }

    /** Where in the archive, counted from its end, and what stands there instead. */
    @ParameterizedTest
    @CsvSource({"18, 1", "16, 1", "14, 2", "38, 1", "26, 2", "94, 45", "94, 43"})
    void a_zip64_archive_with_one_number_changed_is_refused(int fromEnd, int value) {
        byte[] bytes = withBothEnds(1);
        int at = bytes.length - fromEnd;
        bytes[at] = (byte) (bytes[at] == value ? value + 1 : value);

        assertRefused(bytes, Reason.INCONSISTENT);
    }
}
