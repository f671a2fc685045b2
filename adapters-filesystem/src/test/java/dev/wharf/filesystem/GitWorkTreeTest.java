package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.port.VersionControl.IgnoredBy;
import dev.wharf.port.VersionControl.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitWorkTreeTest {
    private static final Recorded FILE = new Recorded(true, false, false);

    @TempDir
    Path directory;

    private Path repository;
    private Path project;
    private Path witness;

    @BeforeEach
    void commit() throws Exception {
        repository = Files.createDirectory(directory.resolve("repository"));
        project = Files.createDirectories(repository.resolve("connectors/tides"));
        witness = directory.resolve("was-run");
        Files.writeString(repository.resolve("README.md"), "outside");
        Files.writeString(repository.resolve(".gitignore"), "local/\n*.csv\n!kept.csv\n");
        Files.writeString(project.resolve("connector.py"), "one\n");
        Files.createDirectory(project.resolve("sub"));
        Files.writeString(project.resolve("sub/größe.py"), "x");
        Path script = Files.writeString(project.resolve("run.sh"), "run");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(project.resolve("shared"), Path.of("../../common"));
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.com");
        git("config", "core.fileMode", "true");
        git("add", ".");
        git("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",connectors/tides/module");
    }

    @Test
    void tells_what_the_index_records_as_seen_from_the_project() throws IOException {
        Files.setPosixFilePermissions(project.resolve("run.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(project.resolve("new.py"), "not added");

        assertThat(new GitWorkTree(project).recorded())
                .hasValue(Map.of(
                        "connector.py", FILE,
                        "sub/größe.py", FILE,
                        "run.sh", new Recorded(true, true, false),
                        "shared", new Recorded(false, false, false),
                        "module", new Recorded(false, false, true)));
    }

    @Test
    void tells_which_pattern_of_which_file_ignores_a_path() throws Exception {
        Files.writeString(repository.resolve(".git/info/exclude"), "# mine\nnotes.txt\n");
        Path global = Files.writeString(directory.resolve("global"), "*.swp\n");
        git("config", "core.excludesFile", global.toString());
        Files.writeString(project.resolve("sub/.gitignore"), "tmp.py\n");
        Path common = Files.createDirectory(repository.resolve("common"));
        Files.writeString(common.resolve("x.csv"), "beyond a link");

        assertThat(new GitWorkTree(project)
                        .ignored(List.of(
                                "local/a b.csv",
                                "dump.csv",
                                "kept.csv",
                                "notes.txt",
                                "x.swp",
                                "sub/tmp.py",
                                "shared/x.csv",
                                "fine.py")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "local/a b.csv", new IgnoredBy("local/", "../../.gitignore", 1),
                        "dump.csv", new IgnoredBy("*.csv", "../../.gitignore", 2),
                        "notes.txt", new IgnoredBy("notes.txt", "../../.git/info/exclude", 2),
                        "x.swp", new IgnoredBy("*.swp", global.toString(), 1),
                        "sub/tmp.py", new IgnoredBy("tmp.py", "sub/.gitignore", 1)));
    }

    @Test
    void many_paths_are_asked_about_at_once() {
        List<String> paths = IntStream.range(0, 20_000)
                .mapToObj(i -> "a-directory-with-a-rather-long-name/number-" + i + ".csv")
                .toList();

        assertThat(new GitWorkTree(project).ignored(paths)).hasSize(20_000);
    }

    @Test
    void runs_no_program_that_the_repository_names() throws Exception {
        git("config", "core.fsmonitor", witnessing());
        git("config", "filter.theirs.clean", witnessing());
        git("config", "filter.theirs.process", witnessing());
        Files.writeString(repository.resolve(".git/info/attributes"), "* filter=theirs\n");
        Path hook = Files.createDirectories(repository.resolve(".git/hooks")).resolve("post-index-change");
        Files.writeString(hook, "#!/bin/sh\n" + witnessing() + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        GitWorkTree asked = new GitWorkTree(project);

        assertThat(asked.recorded()).isPresent();
        assertThat(asked.ignored(List.of("x.csv"))).hasSize(1);

        assertThat(witness).doesNotExist();
    }

    @Test
    void knows_nothing_where_there_is_no_repository_and_of_one_among_the_files() throws IOException {
        assertThat(new GitWorkTree(directory).recorded()).isEmpty();
        assertThat(new GitWorkTree(directory).ignored(List.of("x.csv"))).isEmpty();

        Path bare = Files.createDirectory(directory.resolve("bare"));
        Files.createDirectory(bare.resolve("objects"));
        Files.createDirectory(bare.resolve("refs"));
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                bare.resolve("config"),
                "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = \"" + witnessing()
                        + "\"\n");

        assertThat(new GitWorkTree(bare).recorded()).isEmpty();
        assertThat(witness).doesNotExist();
    }

    private String witnessing() {
        return "touch " + witness + "; cat";
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
