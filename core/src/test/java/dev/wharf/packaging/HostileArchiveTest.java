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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest extends RefusedArchives {
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
