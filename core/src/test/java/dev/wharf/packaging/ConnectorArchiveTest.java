package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.FaultyArchiveStore;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import dev.wharf.testkit.SampleArchives;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectorArchiveTest {
    private static final int STEPS_OF_STAGING = 3;

    private static ConnectorArchive read(RawZip zip) {
        return ConnectorArchive.read(zip.archive(), ArchiveLimits.DEFAULT);
    }

    private static Entry other() {
        return new Entry("other.py", "content of another file".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tells_what_an_archive_holds_in_the_archives_own_order() {
        Entry script = other().deflated();
        script.mode = ZipFormat.UNIX_REGULAR | 0755;
        Entry directory = new Entry("d/", new byte[0]);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;

        assertThat(read(RawZip.of(script, RawZip.connector(), directory)).entries())
                .containsExactly(
                        new ArchiveEntry("other.py", 23, script.compressedSize, script.crc, true),
                        new ArchiveEntry("connector.py", 12, 12, RawZip.connector().crc, false),
                        new ArchiveEntry("d/", 0, 0, 0, false));
    }

    @Test
    void only_a_directory_is_a_directory() {
        assertThat(new ArchiveEntry("d/", 0, 0, 0, false).isDirectory()).isTrue();
        assertThat(new ArchiveEntry("d", 0, 0, 0, false).isDirectory()).isFalse();
    }

    @Test
    void an_archive_of_the_jdk_with_data_descriptors_is_fine() {
        StoredArchive archive = RawZip.stored(SampleArchives.of(Map.of("connector.py", "#\n".repeat(1000))));

        assertThat(ConnectorArchive.read(archive, ArchiveLimits.DEFAULT).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.size()).isEqualTo(2000));
    }

    @ParameterizedTest
    @EnumSource
    void a_data_descriptor_frees_the_local_header_from_telling_sizes(Descriptor form) {
        Entry entry = other().deflated();
        entry.flags |= ZipFormat.FLAG_DATA_DESCRIPTOR;
        entry.localCrc = 0;
        entry.localSize = form.localSize;
        entry.localCompressedSize = form.localSize;
        entry.descriptor = form.of(entry);

        assertThat(read(RawZip.of(entry, RawZip.connector())).entries()).hasSize(2);
        assertThat(read(RawZip.of(RawZip.connector(), entry)).entries()).hasSize(2);
    }

    enum Descriptor {
        SIGNED(true, false),
        UNSIGNED(false, false),
        WIDE(true, true),
        WIDE_UNSIGNED(false, true);

        private final boolean signed;
        private final boolean wide;
        private final long localSize;

        Descriptor(boolean signed, boolean wide) {
            this.signed = signed;
            this.wide = wide;
            this.localSize = wide ? ZipFormat.MAX_32 : 0;
        }

        private byte[] of(Entry entry) {
            ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            if (signed) {
                bytes.putInt(ZipFormat.DESCRIPTOR);
            }
            bytes.putInt((int) entry.crc);
            if (wide) {
                bytes.putLong(entry.compressedSize).putLong(entry.size);
            } else {
                bytes.putInt((int) entry.compressedSize).putInt((int) entry.size);
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    @Test
    void a_zip64_end_record_is_fine() {
        assertThat(read(RawZip.of(RawZip.connector()).zip64End(e -> {})).entries())
                .hasSize(1);
    }

    @Test
    void zip64_sizes_and_offsets_are_fine_behind_other_fields() {
        Entry entry = other();
        entry.offset = 30 + "connector.py".length() + 12;
        byte[] sizes = RawZip.zip64Extra(entry.size, entry.compressedSize, entry.offset);
        byte[] otherField = {0x55, 0x54, 2, 0, 'x', 'y'};
        entry.extra = concat(otherField, sizes);
        entry.localExtra = concat(otherField, RawZip.zip64Extra(entry.size, entry.compressedSize));
        entry.size = ZipFormat.MAX_32;
        entry.compressedSize = ZipFormat.MAX_32;
        entry.offset = ZipFormat.MAX_32;

        assertThat(read(RawZip.of(RawZip.connector(), entry)).entries())
                .last()
                .satisfies(found -> assertThat(found.size()).isEqualTo(23));
    }

    @Test
    void names_of_any_script_and_names_of_old_tools_are_fine() {
        Entry utf8 = new Entry("módulo/数据😀.py", new byte[0]);
        Entry legacy = new Entry("x", new byte[0]);
        legacy.name = new byte[] {'g', 'r', (byte) 0x94, (byte) 0xe1, 'e'};
        legacy.flags = 0;

        assertThat(read(RawZip.of(RawZip.connector(), utf8, legacy)).entries())
                .map(ArchiveEntry::name)
                .containsExactly("connector.py", "módulo/数据😀.py", "größe");
    }

    @Test
    void an_archive_that_tells_no_unix_modes_is_fine() {
        Entry entry = other();
        entry.madeBy = 0;
        entry.mode = 0x20;

        assertThat(read(RawZip.of(RawZip.connector(), entry)).entries()).noneMatch(ArchiveEntry::isExecutable);
    }

    @Test
    void comments_are_fine() {
        Entry entry = other();
        entry.comment = "a comment".getBytes(StandardCharsets.UTF_8);

        assertThat(read(RawZip.of(RawZip.connector(), entry).comment(new byte[40]))
                        .entries())
                .hasSize(2);
        assertThat(read(RawZip.of(RawZip.connector()).comment(new byte[0xffff])).entries())
                .hasSize(1);
    }

    @Test
    void a_unicode_path_field_that_repeats_the_name_is_fine() {
        Entry entry = new Entry("x", new byte[0]);
        entry.name = new byte[] {'g', 'r', (byte) 0x94, (byte) 0xe1, 'e'};
        entry.flags = 0;
        entry.extra = RawZip.unicodePathExtra("größe");
        entry.localExtra = entry.extra;

        assertThat(read(RawZip.of(RawZip.connector(), entry)).entries()).hasSize(2);
    }

    @Test
    void a_zip64_end_record_beside_a_plain_one_that_tells_the_same_is_fine() {
        byte[] archive = LyingHeadersTest.withBothEnds(1);

        assertThat(ConnectorArchive.read(RawZip.stored(archive), ArchiveLimits.DEFAULT)
                        .entries())
                .hasSize(1);
    }

    @Test
    void a_store_that_fails_while_an_archive_is_read_fails_as_storage() {
        byte[] bytes = RawZip.of(RawZip.connector(), other().deflated()).bytes();
        List<String> failed = new ArrayList<>();
        FaultyArchiveStore store;
        do {
            store = new FaultyArchiveStore(new InMemoryArchiveStore(), STEPS_OF_STAGING + failed.size() + 1);
            try (StagedArchive staged = store.stage(ArchiveSource.of(bytes), bytes.length)) {
                ConnectorArchive.read(staged, ArchiveLimits.DEFAULT);
            } catch (StorageException e) {
                failed.add(store.failedStep());
            }
        } while (store.failedStep() != null);

        assertThat(failed).first().asString().contains("openChannel");
        assertThat(failed).hasSizeGreaterThan(5);
    }

    @Test
    void the_list_of_entries_cannot_be_changed() {
        List<ArchiveEntry> entries = read(RawZip.of(RawZip.connector())).entries();

        assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
