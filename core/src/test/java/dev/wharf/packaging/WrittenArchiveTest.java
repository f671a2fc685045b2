package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.InMemoryProject;
import dev.wharf.testkit.RawZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenArchiveTest {
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("configuration_form.pb", "");
        EXPECTED.put("connector.py", "connector = Connector(update=update)\n");
        EXPECTED.put("drivers/installation.sh", "content of drivers/installation.sh");
        EXPECTED.put("tables/数据.py", "content of tables/数据.py");
    }

    private static byte[] written() throws IOException {
        InMemoryProject project = InMemoryProject.withConnector()
                .files("drivers/installation.sh", "tables/数据.py")
                .executable("drivers/installation.sh");
        try (InputStream archive = ConnectorProject.read(project).archive().open()) {
            return archive.readAllBytes();
        }
    }

    @Test
    void the_jdk_reads_it_as_a_stream() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(found).containsExactlyEntriesOf(EXPECTED);
    }

    @Test
    void the_jdk_reads_it_as_a_file(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("code.zip"), written());
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    found.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }

        assertThat(found).containsExactlyEntriesOf(EXPECTED);
    }

    @Test
    void our_own_reader_takes_it_and_sees_the_execute_bit() throws IOException {
        StoredArchive archive = RawZip.stored(written());

        assertThat(ConnectorArchive.read(archive, ArchiveLimits.DEFAULT).entries())
                .allSatisfy(e -> assertThat(e.compressedSize()).isEqualTo(e.size()))
                .map(e -> e.name() + (e.isExecutable() ? " x" : ""))
                .containsExactly("configuration_form.pb", "connector.py", "drivers/installation.sh x", "tables/数据.py");
    }
}
