package dev.wharf.cli.command;

import dev.wharf.model.SourceRevision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What git says about a directory. Where there is no git, or it is not asked about, nothing. The directory may come from anywhere, and
 * its repository's configuration names programs for git to run: git is asked in such a way that it runs none of them.
 */
final class GitRevision {
    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final int LONGEST_NAME = 200;

    /** No monitor, no hook, and no repository without a .git, which could be among the files of another's. */
    private static final List<String> GIT = List.of(
            "git",
            "--no-optional-locks",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "safe.bareRepository=explicit",
            "-C");

    /** What a partial clone lacks is not fetched. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("GIT_NO_LAZY_FETCH", "1", "GIT_ALLOW_PROTOCOL", "none", "GIT_TERMINAL_PROMPT", "0");

    private GitRevision() {}

    static @Nullable SourceRevision of(Path directory) {
        Optional<String> commit = git(directory, "rev-parse", "--verify", "HEAD");
        if (commit.isEmpty()) {
            return null;
        }
        String branch = git(directory, "symbolic-ref", "--short", "-q", "HEAD")
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .orElse(null);
        return new SourceRevision(commit.get(), branch, hasFiltersOfItsOwn(directory) || isModified(directory));
    }

    /** Only a silent answer says that nothing differs; in submodules, whose configuration is another, nobody looks. */
    private static boolean isModified(Path directory) {
        return git(directory, "status", "--porcelain", "--ignore-submodules=dirty", "--", ".")
                .filter(String::isEmpty)
                .isEmpty();
    }

    /** Programs that git runs on files to compare them; those of the user's own configuration are welcome. */
    private static boolean hasFiltersOfItsOwn(Path directory) {
        return git(directory, "config", "--list", "--name-only", "--show-scope", "--null")
                .map(names -> names.matches("(?s)(.*\\x00)?(local|worktree)\\x00filter\\..*"))
                .orElse(true);
    }

    /** Its answer; empty if it failed, took too long or told too much. */
    private static Optional<String> git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(GIT);
        command.add(directory.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(ENVIRONMENT);
        try {
            Process git = builder.start();
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .execute(git::destroyForcibly);
            try (InputStream out = git.getInputStream()) {
                git.getOutputStream().close();
                byte[] answer = out.readNBytes(LONGEST_ANSWER);
                boolean answered = answer.length < LONGEST_ANSWER && git.waitFor() == 0;
                return answered ? Optional.of(new String(answer, StandardCharsets.UTF_8).strip()) : Optional.empty();
            } finally {
                git.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
