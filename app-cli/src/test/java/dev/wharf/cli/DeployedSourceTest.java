package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commit in the history of deploys, where git knows it and where it does not. */
class DeployedSourceTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path directory;

    private Shell shell;
    private Path project;

    @BeforeEach
    void no_repository() throws Exception {
        shell = new Shell(directory.resolve("home"));
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_SHA, GITHUB_REF_NAME, main, main",
        "GITHUB_SHA, GITHUB_HEAD_REF, feat/größe, feat/größe",
        "CI_COMMIT_SHA, CI_COMMIT_REF_NAME, main, main",
        "BITBUCKET_COMMIT, BITBUCKET_BRANCH, main, main",
        "BUILD_SOURCEVERSION, BUILD_SOURCEBRANCH, refs/heads/feat/x, feat/x",
        "CIRCLE_SHA1, CIRCLE_BRANCH, main, main",
        "BUILDKITE_COMMIT, BUILDKITE_BRANCH, main, main",
        "TRAVIS_COMMIT, TRAVIS_BRANCH, main, main",
        "DRONE_COMMIT_SHA, DRONE_BRANCH, main, main",
        "GIT_COMMIT, GIT_BRANCH, origin/main, main",
        "WHARF_COMMIT, WHARF_BRANCH, main, main"
    })
    void where_git_knows_none_it_is_the_jobs(String commit, String branch, String told, String recorded) {
        shell.environment.put(commit, COMMIT);
        shell.environment.put(branch, told);

        assertThat(deploy().err()).doesNotContain("commit");

        assertThat(recorded()).containsExactly(COMMIT, recorded, "false");
    }

    @Test
    void why_there_is_none_is_said_once_and_with_what_to_do() {
        assertThat(deploy("--dry-run").err()).doesNotContain("commit");
        shell.environment.put("BUILDKITE_COMMIT", "HEAD");
        assertThat(deploy().err())
                .containsOnlyOnce("No commit is recorded: " + project + " is not in a git repository.")
                .contains("WHARF_COMMIT");
        assertThat(deploy().err()).as("all is as it should be").doesNotContain("commit");
        assertThat(recorded()).containsExactly("null", "null", "null");
    }

    @Test
    void what_the_user_names_must_be_one() {
        shell.environment.put("WHARF_COMMIT", "v1.2");

        Outcome refused = shell.run(arguments());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("WHARF_COMMIT is 'v1.2'");
    }

    @Test
    void git_has_the_first_word_and_a_job_adds_the_branch_that_it_did_not_check_out() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.com");
        git("add", ".");
        git("commit", "--quiet", "--message=one");
        shell.environment.put("CI_COMMIT_SHA", COMMIT);
        shell.environment.put("CI_COMMIT_REF_NAME", "other");
        deploy();
        String commit = recorded().get(0);
        assertThat(recorded()).doesNotContain(COMMIT).containsExactly(commit, "main", "false");

        git("checkout", "--quiet", "--detach");
        deploy();
        assertThat(recorded()).as("the job's is another commit").containsExactly(commit, "null", "false");

        shell.environment.put("CI_COMMIT_SHA", commit);
        deploy();
        assertThat(recorded()).containsExactly(commit, "other", "false");
    }

    private Outcome deploy(String... more) {
        List<String> all = new ArrayList<>(List.of(arguments()));
        all.addAll(List.of(more));
        Outcome outcome = shell.run(all.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }

    private String[] arguments() {
        return new String[] {
            "deploy", project.toString(), "--local", "--destination", "harbour", "--connection", "tides"
        };
    }

    /** Commit, branch and whether it was modified, of the latest record. */
    private List<String> recorded() {
        String history = shell.run("history", "tides", "--local", "-o", "json").out();
        String last = history.substring(history.lastIndexOf("\"commit\""));
        List<String> values = new ArrayList<>();
        for (String name : List.of("commit", "branch", "modified")) {
            String value = last.substring(last.indexOf("\"" + name + "\": ") + name.length() + 4);
            values.add(value.substring(0, value.indexOf('\n'))
                    .replaceAll("[\",]", "")
                    .replace("\\u00F6", "ö")
                    .replace("\\u00DF", "ß"));
        }
        return values;
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
