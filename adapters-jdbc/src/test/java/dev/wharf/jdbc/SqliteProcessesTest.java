package dev.wharf.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProcessesTest {
    @TempDir
    Path directory;

    private List<Path> run(int processes, int times) throws Exception {
        List<Process> started = new ArrayList<>();
        List<Path> outputs = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                outputs.add(directory.resolve("output-" + i + ".txt"));
                started.add(CatalogProcess.start(directory.resolve("catalog.db"), times, outputs.get(i)));
            }
            for (Process process : started) {
                CatalogProcess.begin(process);
            }
            for (int i = 0; i < processes; i++) {
                int status = started.get(i).waitFor();
                assertThat(status).as(Files.readString(outputs.get(i))).isZero();
            }
            return outputs;
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void processes_that_create_one_file_at_once_and_count_in_it_lose_nothing() throws Exception {
        run(3, 40);

        try (JdbcCatalog catalog = JdbcCatalog.sqlite(directory.resolve("catalog.db"))) {
            assertThat(Samples.count(catalog, CatalogProcess.COUNTER)).isEqualTo(3 * 40);
            assertThat(catalog.packages().list(0, 10)).hasSize(1);
        }
    }

    @Test
    void a_current_file_is_opened_without_loading_flyway_or_the_pool() throws Exception {
        Path creating = run(1, 1).get(0);
        assertThat(Files.readString(classesOf(creating))).contains("org.flywaydb.core.Flyway ");

        Path opening = run(1, 1).get(0);

        assertThat(Files.readString(classesOf(opening)))
                .contains("dev.wharf.jdbc.JdbcCatalog ")
                .doesNotContain("org.flywaydb", "com.zaxxer.hikari", "org.postgresql");
    }

    @Test
    void creating_a_file_prints_neither_its_path_nor_anything_of_flyways() throws Exception {
        Path output = run(1, 1).get(0);

        assertThat(Files.readAllLines(output))
                .filteredOn(line -> !line.startsWith("SLF4J") && !isOfJava(line))
                .containsExactly("ready", "done");
    }

    /** Newer versions of Java warn of libraries that load native code. */
    private static boolean isOfJava(String line) {
        return line.isBlank() || line.startsWith("WARNING: ");
    }

    private static Path classesOf(Path output) {
        return output.resolveSibling(output.getFileName() + ".classes");
    }
}
