package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories as people have them. */
class FoldersTest {
    @TempDir
    Path directory;

    private Path project;
    private Shell shell;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        shell = new Shell(directory);
    }

    private Outcome pack(String... more) {
        List<String> command =
                new ArrayList<>(List.of("package", project.toString(), "-O", directory.resolve("x.zip") + ""));
        command.addAll(List.of(more));
        return shell.run(command.toArray(String[]::new));
    }

    @Test
    void a_broken_link_stops_the_packaging_and_says_where_it_leads() throws Exception {
        Files.createSymbolicLink(project.resolve("helper.py"), Path.of("../gone.py"));

        Outcome outcome = pack();

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err())
                .startsWith("error: helper.py: It is a broken link (to ../gone.py)")
                .contains("list it in .gitignore: /helper.py");
    }

    @Test
    void what_is_left_out_for_what_it_is_is_explained() throws Exception {
        Files.createSymbolicLink(project.resolve("helper.py"), Path.of("../gone.py"));
        Files.writeString(project.resolve(".gitignore"), "helper.py\n");
        Path common = Files.createDirectory(directory.resolve("common"));
        Files.writeString(common.resolve("api.py"), "X = 1\n");
        Files.createSymbolicLink(project.resolve("shared"), Path.of("../common"));

        assertThat(pack("--explain").lines())
                .containsSubsequence(
                        "LEFT OUT   BECAUSE OF",
                        "helper.py  helper.py (.gitignore:1)",
                        "LEADS OUT  TO",
                        "shared     ../common");
        assertThat(pack("--explain", "-o", "json").out())
                .contains("\"cause\": \"pattern\"", "\"outside_links\": [", "\"target\": \"../common\"");
    }

    @Test
    void a_link_to_all_processes_ends_with_what_to_do() throws Exception {
        Files.createSymbolicLink(project.resolve("p"), Path.of("/proc"));

        Outcome outcome = pack("--max-entries", "3000");

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err())
                .contains("more than 3000 files and directories", "below p, a link to /proc", "--max-entries");
        assertThat(pack("--max-walk-time", "0").err()).contains("takes longer than 0 s");
    }

    @Test
    void three_packagings_at_once_give_one_hash_and_one_whole_file() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(project.resolve("f" + i + ".py"), "x = " + i + "\n".repeat(i));
        }
        ExecutorService three = Executors.newFixedThreadPool(3);
        List<Callable<Outcome>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(() -> new Shell(directory).run("package", project.toString()));
        }

        List<String> hashes = new ArrayList<>();
        for (Future<Outcome> run : three.invokeAll(runs)) {
            hashes.add(run.get().field("SHA-256"));
        }
        three.shutdown();

        assertThat(hashes).hasSize(3).containsOnly(hashes.get(0));
        assertThat(project.resolve("files").toFile().list()).containsExactly("tides.zip");
        assertThat(Sha256.of(Files.readAllBytes(project.resolve("files/tides.zip")))
                        .toString())
                .isEqualTo(hashes.get(0));
    }

    @Test
    void what_git_ignores_elsewhere_is_told_and_its_execute_bits_are_packaged_on_request() throws Exception {
        Path script = Files.writeString(project.resolve("run.sh"), "run\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve(".gitignore"), "*.csv\n");
        git("init", "--quiet");
        git("config", "core.fileMode", "true");
        git("add", "tides");
        String recorded = pack().field("SHA-256");
        Files.writeString(project.resolve("dump.csv"), "a");
        assertThat(pack().err())
                .isEqualTo("warning: ../.gitignore:1: git ignores files by '*.csv' that go into the archive: dump.csv."
                        + " The packager reads only the .gitignore files in the project. A fresh clone"
                        + " builds another archive. Add to the project's own .gitignore: *.csv\n");
        Files.delete(project.resolve("dump.csv"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(pack().err()).startsWith("warning: run.sh: It is not executable here, but it is in git");
        assertThat(pack().field("SHA-256")).isNotEqualTo(recorded);
        assertThat(pack("--execute-bits", "git").field("SHA-256")).isEqualTo(recorded);
        assertThat(pack("--execute-bits", "git").err()).isEmpty();
    }

    @Test
    void execute_bits_that_git_cannot_tell_are_an_error() {
        Outcome outcome = pack("--execute-bits", "git");

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err()).contains("cannot read the execute bits that git records", "Leave out --execute-bits");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
