package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.RelayedProject;
import dev.wharf.testkit.InMemoryProject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesThatCodeReadsTest {
    private static final String CONNECTOR = "\nconnector = Connector(update=update)\n";

    private static InMemoryProject project(String source) {
        return Checked.plain(source + CONNECTOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import json\nS = json.load(open('pkg/schema.json'))",
                "with open('pkg/schema.json') as f: pass",
                "from pathlib import Path\nS = Path(__file__).parent / 'pkg' / 'schema.json'",
                "import os\nS = os.path.join(os.path.dirname(__file__), 'pkg', 'schema.json')",
                "NAME = 'pkg/schema.json'\ndef f():\n    return open(NAME, 'rb')",
                "from pathlib import Path\nS = Path('pkg/schema.json').read_text()",
                "import pandas\nS = pandas.read_json('./pkg/schema.json')"
            })
    void a_file_that_code_reads_and_a_pattern_leaves_out_is_told(String source) {
        InMemoryProject project = Checked.connector(source + CONNECTOR)
                .file(".gitignore", "*.json\n")
                .files("pkg/schema.json");

        assertThat(Checked.findings(project)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(Rule.LEFT_OUT_FILE);
            assertThat(f.path()).isEqualTo("connector.py");
            assertThat(f.message()).contains("pkg/schema.json", "*.json (.gitignore:1)");
            assertThat(f.advice()).contains("!pkg/schema.json");
        });
    }

    @Test
    void paths_are_seen_from_the_files_own_directory_too() {
        assertThat(Checked.places(project("import app.q")
                        .file(
                                "app/q.py",
                                "\nfrom pathlib import Path\nQ = (Path(__file__).parent / 'sql' / 'q.sql').read_text()")
                        .file(".gitignore", "sql/\n")
                        .files("app/sql/q.sql")))
                .containsExactly("WARNING left-out-file app/q.py:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S = open('pkg/schema.json', 'w')",
                "S = open('pkg/other.json')",
                "S = 'pkg/schema.json'",
                "import os\nif os.path.exists('pkg/schema.json'):\n    S = open('pkg/schema.json')",
                "try:\n    S = open('pkg/schema.json')\nexcept FileNotFoundError:\n    S = None",
                "if __name__ == '__main__':\n    with open('pkg/schema.json') as f: pass",
                "from pathlib import Path\nPath('pkg/schema.json').write_text('')",
                "# open('pkg/schema.json')"
            })
    void what_is_written_tried_or_only_named_is_fine(String source) {
        assertThat(Checked.findings(
                        project(source).file(".gitignore", "*.json\n").files("pkg/schema.json")))
                .isEmpty();
    }

    @Test
    void a_configuration_that_code_reads_itself_is_not_there() {
        String reading = "def update(c, s):\n    with open('configuration.json') as f:\n        pass";

        assertThat(Checked.findings(project(reading).file("configuration.json", "{}")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.place()).isEqualTo("connector.py:2");
                    assertThat(f.advice()).contains("passed to update");
                });
        assertThat(Checked.findings(project("if __name__ == '__main__':\n    open('configuration.json')")
                        .file("configuration.json", "{}")))
                .isEmpty();
    }

    @Test
    void a_directory_on_pythons_search_path_that_is_left_out_is_told() {
        InMemoryProject project =
                project("import sys; sys.path.insert(0, '.vendor')\nimport a").files(".vendor/a.py");

        assertThat(Checked.findings(project)).singleElement().satisfies(f -> assertThat(f.message())
                .contains("Python's module path: .vendor", "built-in"));
    }

    @Test
    void a_directory_is_listed_as_often_whether_code_names_one_of_its_files_or_many() {
        assertThat(timesListed(1)).isEqualTo(timesListed(500));
    }

    /** How often the directory of left-out files is listed while a connector is checked that opens some of them. */
    private static long timesListed(int opened) {
        StringBuilder source = new StringBuilder();
        InMemoryProject project = new InMemoryProject();
        for (int i = 0; i < opened; i++) {
            source.append("open('files/").append(i).append(".csv')\n");
            project.files("files/" + i + ".csv");
        }
        CountingProject counting = new CountingProject(project.file("connector.py", source + CONNECTOR), "files");
        assertThat(ConnectorProject.read(counting).findings()).hasSize(opened);
        return counting.times;
    }

    /** Counts how often one of its directories is listed. */
    private static final class CountingProject extends RelayedProject {
        private final String counted;
        private long times;

        CountingProject(InMemoryProject project, String counted) {
            super(project);
            this.counted = counted;
        }

        @Override
        public List<Entry> list(String directory) {
            times += directory.equals(counted) ? 1 : 0;
            return super.list(directory);
        }
    }
}
