package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileContentTest extends RefusedArchives {
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
}
