package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.bytesOf;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.ArchiveSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface PackageUploadContract extends AccountFixture {
    @Test
    default void no_invalid_archive_becomes_a_package() {
        SampleArchives.invalid().forEach((fault, bytes) -> {
            assertThatThrownBy(() -> admin().packages().create(ArchiveSource.of(bytes)))
                    .as(fault)
                    .isInstanceOf(InvalidArchiveException.class);
            assertThat(packages(admin())).as(fault).isEmpty();
        });
    }

    @Test
    default void no_invalid_archive_replaces_a_package() {
        ConnectorPackage present = upload(admin(), "present");

        SampleArchives.invalid().forEach((fault, bytes) -> {
            assertThatThrownBy(() -> admin().packages().update(present.id(), ArchiveSource.of(bytes)))
                    .as(fault)
                    .isInstanceOf(InvalidArchiveException.class);
            assertThat(admin().packages().retrieve(present.id())).as(fault).isEqualTo(present);
        });
        assertThat(bytesOf(admin(), present)).isEqualTo(SampleArchives.connector("present"));
    }

    @Test
    default void an_archive_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() {
        byte[] largest = SampleArchives.ofSize(maxArchiveBytes());
        byte[] tooLarge = SampleArchives.ofSize(maxArchiveBytes() + 1);

        ConnectorPackage taken = admin().packages().create(ArchiveSource.of(largest));

        assertThatThrownBy(() -> admin().packages().create(ArchiveSource.of(tooLarge)))
                .isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> admin().packages().update(taken.id(), ArchiveSource.of(tooLarge)))
                .isInstanceOf(TooLargeException.class);
        assertThat(packages(admin())).containsExactly(taken);
        assertThat(bytesOf(admin(), taken)).isEqualTo(largest);
    }

    @Test
    default void a_source_that_does_not_tell_its_size_is_taken_too() {
        byte[] bytes = SampleArchives.connector("streamed");

        ConnectorPackage created = admin().packages().create(StreamedSource.of(bytes));

        assertThat(bytesOf(admin(), created)).isEqualTo(bytes);
    }

    @Test
    default void a_source_that_breaks_off_leaves_nothing_behind() {
        byte[] half = new byte[maxArchiveBytes() / 2];

        assertThatThrownBy(() -> admin().packages().create(StreamedSource.breakingOffAfter(half)))
                .isInstanceOf(InterruptedTransferException.class);
        assertThatThrownBy(() -> admin().packages().create(StreamedSource.announcing(half.length * 2L, half)))
                .isInstanceOf(InterruptedTransferException.class);
        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void a_source_that_breaks_off_replaces_nothing() {
        ConnectorPackage present = upload(admin(), "present");

        assertThatThrownBy(() -> admin().packages()
                        .update(
                                present.id(),
                                StreamedSource.breakingOffAfter(SampleArchives.connector("all there, yet not ended"))))
                .isInstanceOf(InterruptedTransferException.class);
        assertThat(admin().packages().retrieve(present.id())).isEqualTo(present);
        assertThat(bytesOf(admin(), present)).isEqualTo(SampleArchives.connector("present"));
    }

    @Test
    default void after_a_refusal_the_next_upload_works() {
        assertThatThrownBy(() -> admin().packages().create(ArchiveSource.of(new byte[0])))
                .isInstanceOf(InvalidArchiveException.class);

        ConnectorPackage created = upload(admin(), "good");

        assertThat(packages(admin())).containsExactly(created);
    }

    @Test
    default void folders_and_names_of_any_script_come_back_as_they_were() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("connector.py", "# größe\n");
        files.put("módulo/数据.py", "x = 1\n");
        byte[] bytes = SampleArchives.of(files);

        ConnectorPackage created = admin().packages().create(ArchiveSource.of(bytes));

        assertThat(bytesOf(admin(), created)).isEqualTo(bytes);
    }
}
