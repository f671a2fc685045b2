package dev.wharf.cli.command;

import dev.wharf.model.SourceRevision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What git says about a directory. Where there is no git, or it is not asked about, nothing. */
final class GitRevision {
    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST_ANSWER = 1 << 16;

    private GitRevision() {}

    static @Nullable SourceRevision of(Path directory) {
        Optional<String> commit = git(directory, "rev-parse", "--verify", "HEAD");
        if (commit.isEmpty()) {
            return null;
        }
        String branch = git(directory, "symbolic-ref", "--short", "-q", "HEAD").orElse("");
        String changes = git(directory, "status", "--porcelain", "--", ".").orElse("");
        return new SourceRevision(commit.get(), branch.isEmpty() ? null : branch, !changes.isEmpty());
    }

    private static Optional<String> git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = git.getInputStream()) {
                git.getOutputStream().close();
                String answer = new String(out.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
                return git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0
                        ? Optional.of(answer)
                        : Optional.empty();
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
