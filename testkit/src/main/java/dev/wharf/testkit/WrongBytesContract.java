package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.integrity.Verification;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that arrive with other bytes than were sent are put right. */
interface WrongBytesContract extends BadDayFixture {
    @ParameterizedTest
    @EnumSource(names = "NO_HASH", mode = EnumSource.Mode.EXCLUDE)
    default void a_new_package_of_other_bytes_is_deleted(MisledUpload how) {
        server().misleadNextUpload(how);

        assertThatThrownBy(() -> verifying().create(ArchiveSource.of(BEFORE))).isInstanceOf(IntegrityException.class);

        assertThat(present()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "NO_HASH", mode = EnumSource.Mode.EXCLUDE)
    default void a_package_that_was_given_other_bytes_gets_its_own_back(MisledUpload how) {
        ConnectorPackage created = create();
        server().misleadNextUpload(how);

        assertThatThrownBy(() -> verifying().update(created.id(), ArchiveSource.of(AFTER)))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("restored");

        assertThat(packages().retrieve(created.id()).sha256()).isEqualTo(Sha256.of(BEFORE));
        assertThat(bytesOf(created)).isEqualTo(BEFORE);
    }

    @Test
    default void a_hash_that_is_missing_is_settled_by_a_download() {
        server().misleadNextUpload(MisledUpload.NO_HASH);

        ConnectorPackage created = verifying().create(ArchiveSource.of(BEFORE));

        assertThat(created.sha256()).isNull();
        assertThat(present()).containsExactly(created);
        assertThat(bytesOf(created)).isEqualTo(BEFORE);
    }

    private PackageRegistry verifying() {
        return new VerifyingRegistry(
                packages(),
                Verification.DEFAULT.withDownloading(true).puttingBackThrough(new InMemoryArchiveStore(), 1_000_000));
    }

    private byte[] bytesOf(ConnectorPackage created) {
        try (ArchiveDownload download = packages().download(created.id())) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
