package dev.wharf.packaging.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagedFiles;
import dev.wharf.packaging.diff.FileChange.Kind;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.port.StagedArchive;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.InMemoryProject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageDiffTest {
    private static InMemoryProject sample() {
        return InMemoryProject.withConnector()
                .files("requirements.txt", "tables/orders.py", "drivers/installation.sh")
                .file("data/large.bin", new byte[200_000]);
    }

    private static ConnectorProject read(InMemoryProject project) {
        return ConnectorProject.read(project);
    }

    @Test
    void a_project_differs_neither_from_itself_nor_from_its_archive() {
        ConnectorProject project = read(sample());
        try (StagedArchive staged = new InMemoryArchiveStore().stage(project.archive(), 1_000_000)) {
            ConnectorArchive archive = ConnectorArchive.read(staged, ArchiveLimits.DEFAULT);

            assertThat(PackageDiff.between(project, project)).isEmpty();
            assertThat(PackageDiff.between(project, archive)).isEmpty();
            assertThat(PackageDiff.between(archive, project)).isEmpty();
            assertThat(archive.files()).isEqualTo(project.files());
        }
    }

    @Test
    void files_are_added_and_removed() {
        List<FileChange> changes = PackageDiff.between(
                read(sample()), read(sample().files("tables/customers.py").file(".gitignore", "orders.py\n")));

        assertThat(changes)
                .map(FileChange::path)
                .containsExactly("tables/orders.py", ".gitignore", "tables/customers.py");
        assertThat(changes).map(FileChange::kind).containsExactly(Kind.REMOVED, Kind.ADDED, Kind.ADDED);
        assertThat(changes).allMatch(FileChange::hasOtherContent).noneMatch(FileChange::hasOtherMode);
        assertThat(changes.get(0).after()).isNull();
        assertThat(changes.get(1).before()).isNull();
    }

    @Test
    void a_byte_is_found_wherever_it_differs() {
        for (int position : new int[] {0, 65_535, 65_536, 199_999}) {
            byte[] other = new byte[200_000];
            other[position] = 1;

            List<FileChange> changes =
                    PackageDiff.between(read(sample()), read(sample().file("data/large.bin", other)));

            assertThat(changes).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Kind.CHANGED);
                assertThat(change.path()).isEqualTo("data/large.bin");
                assertThat(change.hasOtherContent()).isTrue();
            });
        }
    }

    @Test
    void another_length_is_another_content() {
        assertThat(PackageDiff.between(read(sample()), read(sample().file("data/large.bin", new byte[199_999]))))
                .singleElement()
                .matches(FileChange::hasOtherContent);
    }

    @Test
    void an_execute_bit_is_a_change_of_its_own() {
        List<FileChange> changes =
                PackageDiff.between(read(sample()), read(sample().executable("drivers/installation.sh")));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.hasOtherMode()).isTrue();
            assertThat(change.hasOtherContent()).isFalse();
        });
    }

    @Test
    void what_is_not_packaged_is_not_compared() {
        assertThat(PackageDiff.between(read(sample()), read(sample().files("lib/x.py", ".env", "configuration.json"))))
                .isEmpty();
    }

    @Test
    void no_difference_means_one_hash() throws IOException {
        try (InputStream one = read(sample()).archive().open();
                InputStream two = read(sample().backwards()).archive().open()) {
            assertThat(PackageDiff.between(read(sample()), read(sample().backwards())))
                    .isEmpty();
            assertThat(Sha256.of(one.readAllBytes())).isEqualTo(Sha256.of(two.readAllBytes()));
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        ConnectorProject project = read(sample());
        PackagedFiles broken = new PackagedFiles() {
            @Override
            public List<ProjectFile> files() {
                return project.files();
            }

            @Override
            public InputStream open(String path) throws IOException {
                throw new IOException("permission denied");
            }
        };

        assertThatThrownBy(() -> PackageDiff.between(project, broken))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("configuration_form.pb cannot be read");
    }

    @Test
    void only_what_is_packaged_can_be_opened() {
        ConnectorProject project = read(sample().files("lib/secret.py"));

        assertThatThrownBy(() -> project.open("lib/secret.py")).isInstanceOf(IOException.class);
    }

    @Test
    void a_file_of_neither_package_is_no_change() {
        assertThatThrownBy(() -> new FileChange(null, null, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
