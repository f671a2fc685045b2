package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveLimitsTest {
    private static final StoredArchive THREE_ENTRIES = RawZip.of(
                    RawZip.connector(), new Entry("a", new byte[100]), new Entry("b", new byte[100]))
            .archive();
    private static final int DIRECTORY_BYTES = 3 * 46 + "connector.py".length() + 2;

    private static void assertJustFits(ArchiveLimits enough, ArchiveLimits tooLittle) {
        assertThat(ConnectorArchive.read(THREE_ENTRIES, enough).entries()).hasSize(3);
        assertThatThrownBy(() -> ConnectorArchive.read(THREE_ENTRIES, tooLittle))
                .asInstanceOf(type(InvalidArchiveException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BEYOND_LIMITS));
    }

    @Test
    void the_number_of_entries_is_bounded() {
        assertJustFits(new ArchiveLimits(1000, 3, 1000, 1000, 200), new ArchiveLimits(1000, 2, 1000, 1000, 200));
    }

    @Test
    void the_unpacked_bytes_of_all_entries_together_are_bounded() {
        assertJustFits(new ArchiveLimits(1000, 9, 212, 1000, 200), new ArchiveLimits(1000, 9, 211, 1000, 200));
    }

    @Test
    void the_directory_is_bounded_before_it_is_read() {
        assertJustFits(
                new ArchiveLimits(1000, 9, 1000, DIRECTORY_BYTES, 200),
                new ArchiveLimits(1000, 9, 1000, DIRECTORY_BYTES - 1, 200));
    }

    @Test
    void the_ratio_does_not_matter_for_what_is_small() {
        Entry zeros = new Entry("zeros", new byte[(int) ArchiveLimits.RATIO_FLOOR - 12]).deflated();

        assertThat(ConnectorArchive.read(RawZip.of(RawZip.connector(), zeros).archive(), ArchiveLimits.DEFAULT)
                        .entries())
                .hasSize(2);
    }

    @Test
    void the_ratio_just_allowed_is_allowed() {
        Entry zeros = new Entry("zeros", new byte[(int) ArchiveLimits.RATIO_FLOOR + 1]).deflated();
        int ratio = (int) (zeros.size / zeros.compressedSize);
        StoredArchive archive = RawZip.of(RawZip.connector(), zeros).archive();
        long most = 2 * ArchiveLimits.RATIO_FLOOR;

        assertThat(ConnectorArchive.read(archive, new ArchiveLimits(most, 9, most, 1000, ratio + 1))
                        .entries())
                .hasSize(2);
        assertThatThrownBy(() -> ConnectorArchive.read(archive, new ArchiveLimits(most, 9, most, 1000, ratio - 1)))
                .asInstanceOf(type(InvalidArchiveException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.SUSPICIOUS_RATIO));
    }

    @Test
    void the_default_takes_200_mebibytes_and_as_many_entries_as_a_plain_archive_can_have() {
        assertThat(ArchiveLimits.DEFAULT.maxBytes()).isEqualTo(209_715_200L);
        Entry[] most = IntStream.rangeClosed(1, ArchiveLimits.DEFAULT.maxEntries())
                .mapToObj(i -> i == 1 ? RawZip.connector() : new Entry("f" + i, new byte[0]))
                .toArray(Entry[]::new);

        assertThat(ConnectorArchive.read(RawZip.of(most).archive(), ArchiveLimits.DEFAULT)
                        .entries())
                .hasSize(65_535);
    }

    @Test
    void other_sizes_leave_the_other_limits_alone() {
        assertThat(new ArchiveLimits(1, 2, 3, 4, 6).withMaxBytes(5)).isEqualTo(new ArchiveLimits(5, 2, 3, 4, 6));
    }
}
