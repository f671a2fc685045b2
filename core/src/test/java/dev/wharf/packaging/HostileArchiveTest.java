package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.HostileArchive;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    private static final byte[] ZEROS = new byte[1000];

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> ConnectorArchive.read(RawZip.stored(bytes), ArchiveLimits.DEFAULT))
                .asInstanceOf(type(InvalidArchiveException.class))
                .satisfies(e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    private static void assertRefused(Consumer<Entry> change, Reason reason) {
        assertRefused(RawZip.withConnectorAnd("other.py", change).bytes(), reason);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_hostile_archive_is_refused_for_its_own_reason(HostileArchive kind) {
        assertThatThrownBy(() -> ConnectorArchive.read(RawZip.stored(kind.bytes()), ArchiveLimits.DEFAULT))
                .hasMessageContaining(kind.words())
                .asInstanceOf(type(InvalidArchiveException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(kind.reason()));
    }

    @Test
    void no_bytes_at_all_are_refused_as_empty() {
        assertRefused(new byte[0], Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 21, 22, 1000, 70_000})
    void bytes_without_the_structure_of_an_archive_are_refused_as_no_zip(int size) {
        assertRefused(Arrays.copyOf("# just a script".getBytes(StandardCharsets.UTF_8), size), Reason.NOT_A_ZIP);
    }

    @Test
    void what_begins_like_an_archive_and_has_no_end_is_refused_as_truncated() {
        byte[] whole = RawZip.of(RawZip.connector()).bytes();

        assertRefused(Arrays.copyOf(whole, whole.length - 1), Reason.TRUNCATED);
        assertRefused(Arrays.copyOf(whole, 10), Reason.TRUNCATED);
    }

    @Test
    void an_archive_without_a_connector_at_its_root_is_refused() {
        assertRefused(RawZip.of(new Entry("main.py", ZEROS)).bytes(), Reason.CONNECTOR_MISSING);
        assertRefused(RawZip.of(new Entry("src/connector.py", ZEROS)).bytes(), Reason.CONNECTOR_MISSING);
        assertRefused(RawZip.of(new Entry("Connector.py", ZEROS)).bytes(), Reason.CONNECTOR_MISSING);
        assertRefused(RawZip.of().bytes(), Reason.CONNECTOR_MISSING);
    }

    @Test
    void a_directory_named_connector_py_is_no_connector() {
        Entry directory = new Entry("connector.py/", new byte[0]);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;

        assertRefused(RawZip.of(directory).bytes(), Reason.CONNECTOR_MISSING);
    }

    @Test
    void one_name_twice_is_refused_also_as_file_and_directory() {
        assertRefused(RawZip.of(RawZip.connector(), RawZip.connector()).bytes(), Reason.DUPLICATE_NAME);
        Entry directory = new Entry("connector.py/", new byte[0]);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;
        assertRefused(RawZip.of(RawZip.connector(), directory).bytes(), Reason.DUPLICATE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a/", "a/b/c/", "a/ b"})
    void a_file_and_a_directory_of_one_name_are_refused(String below) {
        Entry inside = new Entry(below, new byte[0]);
        inside.mode = below.endsWith("/") ? ZipFormat.UNIX_DIRECTORY : ZipFormat.UNIX_REGULAR;

        assertRefused(
                RawZip.of(RawZip.connector(), new Entry("a", ZEROS), new Entry("a!", ZEROS), inside)
                        .bytes(),
                Reason.DUPLICATE_NAME);
    }

    @Test
    void a_directory_with_bytes_of_its_own_is_refused() {
        Entry directory = new Entry("d/", ZEROS);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;

        assertRefused(RawZip.of(RawZip.connector(), directory).bytes(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a/..",
                "..",
                "a\\b",
                "..\\x",
                "C:x",
                "z:/x",
                "a//b",
                "./a",
                "a/./b",
                "/",
                "a/../",
                "nul\0.py",
                "line\nfeed.py",
                "escape\u001b[2J",
                "c1\u0085",
                "delete\u007f",
                "...",
                "a/.. /b",
                "a/ ",
                "a/. ./b",
                "//host/share"
            })
    void a_name_that_could_leave_the_directory_is_refused(String name) {
        assertRefused(RawZip.withConnectorAnd(name, e -> {}).bytes(), Reason.UNSAFE_NAME);
    }

    @Test
    void a_name_that_is_not_the_utf_8_it_says_is_refused() {
        assertRefused(e -> e.name = new byte[] {'a', (byte) 0xff}, Reason.UNSAFE_NAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {0120777, 0020666, 0060660, 0010644, 0140755, ZipFormat.UNIX_DIRECTORY | 0755})
    void what_is_no_plain_file_is_refused(int mode) {
        assertRefused(e -> e.mode = mode, Reason.UNSAFE_KIND);
    }

    @Test
    void a_directory_that_claims_to_be_a_file_is_refused() {
        Entry directory = new Entry("d/", new byte[0]);

        assertRefused(RawZip.of(RawZip.connector(), directory).bytes(), Reason.UNSAFE_KIND);
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipFormat.FLAG_ENCRYPTED, ZipFormat.FLAG_STRONG_ENCRYPTION, ZipFormat.FLAG_MASKED_HEADERS})
    void an_encrypted_entry_is_refused(int flag) {
        assertRefused(e -> e.flags |= flag, Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12, 14, 93, 99})
    void any_method_but_stored_and_deflated_is_refused(int method) {
        assertRefused(e -> e.method = method, Reason.UNKNOWN_METHOD);
    }

    @Test
    void a_wrong_checksum_is_refused_as_corrupt() {
        assertRefused(e -> e.crc ^= 1, Reason.CORRUPT);
        assertRefused(e -> e.deflated().crc ^= 1, Reason.CORRUPT);
    }

    @Test
    void a_deflated_entry_that_unpacks_to_another_size_is_refused_as_corrupt() {
        assertRefused(e -> e.deflated().size--, Reason.CORRUPT);
        assertRefused(e -> e.deflated().size++, Reason.CORRUPT);
    }

    @Test
    void deflated_bytes_that_are_none_are_refused_as_corrupt() {
        assertRefused(
                e -> {
                    e.deflated();
                    Arrays.fill(e.data, (byte) 0xff);
                },
                Reason.CORRUPT);
    }

    @Test
    void deflated_bytes_that_end_too_early_or_too_late_are_refused_as_corrupt() {
        assertRefused(
                e -> {
                    e.deflated();
                    e.compressedSize -= 2;
                },
                Reason.CORRUPT);
        assertRefused(
                e -> {
                    e.deflated();
                    e.data = Arrays.copyOf(e.data, e.data.length + 1);
                    e.compressedSize++;
                },
                Reason.CORRUPT);
        assertRefused(
                e -> {
                    e.method = ZipFormat.DEFLATED;
                    e.data = new byte[0];
                    e.compressedSize = 0;
                },
                Reason.CORRUPT);
    }

    @Test
    void a_bomb_is_refused_before_it_unpacks() {
        Entry bomb = new Entry("zeros", new byte[1024 * 1024]).deflated();
        bomb.size = ArchiveLimits.DEFAULT.maxUnpackedBytes();

        assertRefused(RawZip.of(RawZip.connector(), bomb).bytes(), Reason.BEYOND_LIMITS);
    }

    @Test
    void an_entry_that_unpacks_to_too_many_times_its_size_is_refused() {
        Entry bomb = new Entry("zeros", new byte[(int) ArchiveLimits.RATIO_FLOOR + 1]).deflated();

        assertRefused(RawZip.of(RawZip.connector(), bomb).bytes(), Reason.SUSPICIOUS_RATIO);
    }

    @Test
    void entries_that_together_unpack_to_too_many_times_their_size_are_refused() {
        byte[] half = new byte[(int) ArchiveLimits.RATIO_FLOOR / 2 + 1];

        assertRefused(
                RawZip.of(RawZip.connector(), new Entry("a", half).deflated(), new Entry("b", half).deflated())
                        .bytes(),
                Reason.SUSPICIOUS_RATIO);
    }

    @Test
    void a_bomb_that_lies_about_its_size_is_refused_after_that_size() {
        Entry bomb = new Entry("zeros", new byte[1024 * 1024]).deflated();
        bomb.size = 10;

        assertRefused(RawZip.of(RawZip.connector(), bomb).bytes(), Reason.CORRUPT);
    }

    @Test
    void entries_that_share_their_bytes_are_refused() {
        assertRefused(
                RawZip.of(RawZip.connector(), named("copy.py", 0, "connector.py"))
                        .bytes(),
                Reason.OVERLAP);
        assertRefused(e -> e.offset = 3, Reason.OVERLAP);
        Entry quoting =
                new Entry("quoting.py", RawZip.of(new Entry("quoted.py", ZEROS)).bytes());
        Entry quoted = new Entry("quoted.py", ZEROS);
        quoted.offset = 30 + "quoting.py".length();
        assertRefused(RawZip.of(quoting, quoted, RawZip.connector()).bytes(), Reason.OVERLAP);
    }

    private static Entry named(String name, long offset, String localName) {
        Entry entry = new Entry(name, "# connector\n".getBytes(StandardCharsets.UTF_8));
        entry.offset = offset;
        entry.localName = localName.getBytes(StandardCharsets.UTF_8);
        return entry;
    }

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

    @Test
    void bytes_between_the_entries_and_the_directory_are_refused() {
        assertRefused(RawZip.of(RawZip.connector()).beforeDirectory(new byte[1]).bytes(), Reason.INCONSISTENT);
        assertRefused(
                RawZip.of(RawZip.connector())
                        .beforeDirectory(
                                Arrays.copyOf(RawZip.of(RawZip.connector()).bytes(), 54))
                        .bytes(),
                Reason.INCONSISTENT);
    }

    @Test
    void bytes_before_the_first_entry_are_refused() {
        byte[] good = RawZip.of(RawZip.connector()).bytes();
        Entry moved = RawZip.connector();
        moved.offset = 5;
        byte[] shifted = RawZip.of(moved).end(e -> e.directoryOffset += 5).bytes();

        assertRefused(concat("#!py\n".getBytes(StandardCharsets.UTF_8), shifted), Reason.INCONSISTENT);
        assertRefused(concat("#!py\n".getBytes(StandardCharsets.UTF_8), good), Reason.INCONSISTENT);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @Test
    void something_between_directory_and_end_is_refused() {
        byte[] good = RawZip.of(RawZip.connector()).bytes();
        byte[] padded = Arrays.copyOf(good, good.length + 1);
        System.arraycopy(good, good.length - 22, padded, good.length - 21, 22);

        assertRefused(padded, Reason.INCONSISTENT);
    }

    @Test
    void something_after_the_end_is_refused() {
        byte[] good = RawZip.of(RawZip.connector()).bytes();

        assertRefused(Arrays.copyOf(good, good.length + 1), Reason.INCONSISTENT);
        assertRefused(concat(good, good), Reason.INCONSISTENT);
    }

    @Test
    void hostile_text_is_cut_short_and_cleaned_before_it_is_shown() {
        String name = "../\u001b[31m\u202e" + "x".repeat(500);

        assertThatThrownBy(() -> ConnectorArchive.read(
                        RawZip.withConnectorAnd(name, e -> {}).archive(), ArchiveLimits.DEFAULT))
                .hasMessageContaining("'../?[31m?xxx")
                .hasMessageContaining("…'")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
