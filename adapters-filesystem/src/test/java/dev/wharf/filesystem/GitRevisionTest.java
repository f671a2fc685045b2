package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.filesystem.GitRevision.Reason;
import dev.wharf.model.SourceRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevisionTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    private Path repository;
    private Path witness;

    @BeforeEach
    void commit() throws Exception {
        repository = Files.createDirectory(directory.resolve("tides"));
        witness = directory.resolve("was-run");
        Files.writeString(repository.resolve("connector.py"), "one\n");
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.com");
        git("add", ".");
        git("commit", "--quiet", "--message=one");
    }

    @Test
    void tells_commit_and_branch() {
        SourceRevision told = revision();

        assertThat(told.commit()).matches("[0-9a-f]{40,64}");
        assertThat(told.branch()).isEqualTo("main");
        assertThat(told.modified()).isFalse();
    }

    @Test
    void sees_what_was_changed() throws IOException {
        Files.writeString(repository.resolve("connector.py"), "two\n");

        assertThat(revision().modified()).isTrue();
    }

    @Test
    void sees_that_more_was_changed_than_it_reads() throws IOException {
        for (int i = 0; i < 2000; i++) {
            Files.createFile(
                    repository.resolve("a-file-with-a-rather-long-name-that-is-new-here-as-number-%06d".formatted(i)));
        }

        assertThat(revision().modified()).isTrue();
    }

    @Test
    void leaves_out_a_branch_that_no_journal_takes() throws Exception {
        git("checkout", "--quiet", "-b", "b".repeat(201));

        assertThat(revision().branch()).isNull();
    }

    @Test
    void runs_no_program_that_the_repository_names() throws Exception {
        git("config", "core.fsmonitor", witnessing());
        git("config", "filter.theirs.clean", witnessing());
        Files.writeString(repository.resolve(".git/info/attributes"), "connector.py filter=theirs\n");
        Path hook = Files.createDirectories(repository.resolve(".git/hooks")).resolve("post-index-change");
        Files.writeString(hook, "#!/bin/sh\n" + witnessing() + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        Files.setLastModifiedTime(repository.resolve("connector.py"), LONG_AGO);

        SourceRevision told = revision();

        assertThat(witness).doesNotExist();
        assertThat(told.modified()).as("what could not be compared may differ").isTrue();
    }

    @Test
    void runs_no_program_that_files_of_the_repository_name() throws IOException {
        Path bare = Files.createDirectory(repository.resolve("connector"));
        Files.createDirectory(bare.resolve("objects"));
        Files.createDirectory(bare.resolve("refs"));
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                bare.resolve("config"),
                "[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = \"" + witnessing()
                        + "\"\n");

        assertThat(GitRevision.of(bare)).isEqualTo(new GitRevision.Unknown(Reason.REFUSED));

        assertThat(witness).doesNotExist();
    }

    @Test
    void says_why_there_is_none() throws Exception {
        assertThat(GitRevision.of(directory)).isEqualTo(new GitRevision.Unknown(Reason.NO_REPOSITORY));

        repository = Files.createDirectory(directory.resolve("ebb"));
        git("init", "--quiet");
        assertThat(GitRevision.of(repository)).isEqualTo(new GitRevision.Unknown(Reason.NO_COMMIT));

        Path within = Files.createDirectories(repository.resolve("a/b"));
        Files.writeString(repository.resolve(".git/config"), "[core\n");
        assertThat(GitRevision.of(within))
                .as("one that git does not read, as that of another user")
                .isEqualTo(new GitRevision.Unknown(Reason.REFUSED));
    }

    @Test
    void knows_the_commit_of_shallow_clones_worktrees_and_packed_branches() throws Exception {
        SourceRevision told = revision();
        Path shallow = directory.resolve("shallow");
        git("clone", "--quiet", "--depth=1", repository.toUri().toString(), shallow.toString());
        Path other = directory.resolve("other");
        git("worktree", "add", "--quiet", "-b", "feat/größe", other.toString());
        git("pack-refs", "--all");

        assertThat(GitRevision.of(shallow)).isEqualTo(new GitRevision.Known(told));
        assertThat(GitRevision.of(other)).isEqualTo(new GitRevision.Known(told.on("feat/größe")));
        assertThat(revision()).isEqualTo(told);
        git("checkout", "--quiet", "--detach");
        assertThat(revision()).isEqualTo(told.on(null));
    }

    private SourceRevision revision() {
        assertThat(GitRevision.of(repository)).isInstanceOf(GitRevision.Known.class);
        return ((GitRevision.Known) GitRevision.of(repository)).revision();
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
