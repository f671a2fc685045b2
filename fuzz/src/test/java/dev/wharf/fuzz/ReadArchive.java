package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.ArchiveEntry;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.port.ProjectTree;
import dev.wharf.testkit.RawZip;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What must be true of any bytes: they are refused, or they are an archive through and through. */
final class ReadArchive {
    /** Small enough that no input takes long. */
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 20, 1000, 8 << 20, 1 << 20, 200);

    private ReadArchive() {}

    static void check(byte[] bytes) throws IOException {
        ConnectorArchive archive;
        try {
            archive = ConnectorArchive.read(RawZip.stored(bytes), LIMITS);
        } catch (InvalidArchiveException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        List<String> expected = new ArrayList<>();
        for (ArchiveEntry entry : archive.entries()) {
            try (InputStream content = archive.open(entry)) {
                assertThat(content.readAllBytes()).hasSize((int) entry.size());
            }
            if (!entry.isDirectory()) {
                expected.add(entry.name());
            }
        }
        List<String> found = new ArrayList<>();
        collect(archive.tree(), "", found);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        archive.findings().forEach(warning -> assertThat(warning.toString()).isNotBlank());
        AsOtherReaders.check(bytes, archive);
        packAgain(archive);
    }

    private static void collect(ProjectTree tree, String directory, List<String> found) throws IOException {
        for (ProjectTree.Entry entry : tree.list(directory)) {
            String path = directory.isEmpty() ? entry.name() : directory + "/" + entry.name();
            if (entry.isDirectory()) {
                collect(tree, path, found);
                continue;
            }
            found.add(path);
            try (InputStream content = tree.open(path)) {
                assertThat(content.readAllBytes()).hasSize((int) entry.size());
            }
        }
    }

    private static void packAgain(ConnectorArchive archive) throws IOException {
        byte[] packed;
        try {
            packed = pack(archive.tree());
        } catch (InvalidProjectException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        ConnectorArchive again = ConnectorArchive.read(RawZip.stored(packed), ArchiveLimits.DEFAULT);
        assertThat(Arrays.equals(pack(again.tree()), packed)).isTrue();
    }

    private static byte[] pack(ProjectTree tree) throws IOException {
        try (InputStream packed = ConnectorProject.read(tree).archive().open()) {
            return packed.readAllBytes();
        }
    }
}
