package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamagedArchiveTest {
    enum Sample {
        STORED(RawZip.of(RawZip.connector())),
        DEFLATED(RawZip.of(
                RawZip.connector().deflated(),
                new Entry("other.py", "abcabcabcabc".repeat(5).getBytes(StandardCharsets.UTF_8)).deflated())),
        ZIP64(RawZip.of(RawZip.connector()).zip64End(e -> {}));

        private final byte[] bytes;

        Sample(RawZip zip) {
            bytes = zip.bytes();
        }

        private List<ArchiveEntry> read(byte[] damaged) {
            return ConnectorArchive.read(RawZip.stored(damaged), ArchiveLimits.DEFAULT)
                    .entries();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_cut_off_anywhere_is_refused(Sample sample) {
        for (int length = 0; length < sample.bytes.length; length++) {
            byte[] cut = Arrays.copyOf(sample.bytes, length);
            assertThatThrownBy(() -> sample.read(cut))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(InvalidArchiveException.class);
        }
        assertThat(sample.read(sample.bytes)).isNotEmpty();
    }

    /** Harmless is a change of what nobody goes by: versions, times, modes within a kind. */
    @ParameterizedTest
    @EnumSource
    void an_archive_with_any_one_byte_changed_is_refused_or_holds_the_same_bytes(Sample sample) {
        List<Long> checksums =
                sample.read(sample.bytes).stream().map(ArchiveEntry::crc32).toList();
        int refused = 0;
        for (int at = 0; at < sample.bytes.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = sample.bytes.clone();
                damaged[at] = (byte) value;
                try {
                    assertThat(sample.read(damaged))
                            .as("byte %d is %d", at, value)
                            .map(ArchiveEntry::crc32)
                            .isEqualTo(checksums);
                } catch (InvalidArchiveException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(sample.bytes.length * 128);
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_with_many_bytes_changed_never_fails_in_another_way(Sample sample) {
        Random random = new Random(20260301);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = sample.bytes.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(-2, 3);
            }
            try {
                assertThat(sample.read(damaged)).isNotEmpty();
            } catch (InvalidArchiveException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
