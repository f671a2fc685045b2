package dev.wharf.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Git, asked about a directory that may come from anywhere: its repository's configuration names programs for git to run, and
 * git is asked in such a way that it runs none of them. A command that compares contents is for this only once it is known that the
 * repository names no programs to do so.
 *
 * @param directory the directory
 */
record QuietGit(Path directory) {
    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST_ANSWER = 32 * 1024 * 1024;

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

    /**
     * Asks.
     *
     * @param input what git reads, each text ended by a zero byte
     * @param accepted up to which exit code the answer is one
     * @param arguments the command
     * @return the answer's parts, which zero bytes end; empty if git is not there, failed, took too long or told too much
     */
    Optional<List<String>> ask(List<String> input, int accepted, String... arguments) {
        List<String> command = new ArrayList<>(GIT);
        command.add(directory.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(ENVIRONMENT);
        try {
            return answer(builder.start(), input, accepted);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<List<String>> answer(Process git, List<String> input, int accepted)
            throws IOException, InterruptedException {
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(git::destroyForcibly);
        // Git answers while it reads: whoever only writes, or only reads, may wait for ever.
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(git, input));
        try (InputStream out = git.getInputStream()) {
            byte[] answer = out.readNBytes(LONGEST_ANSWER);
            boolean answered = answer.length < LONGEST_ANSWER && git.waitFor() <= accepted;
            return answered ? Optional.of(parts(answer)) : Optional.empty();
        } finally {
            git.destroyForcibly();
            written.cancel(true);
        }
    }

    private static void write(Process git, List<String> input) {
        try (OutputStream in = git.getOutputStream()) {
            for (String text : input) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
                in.write(0);
            }
        } catch (IOException e) {
            // It reads no more: what it answers tells why.
        }
    }

    private static List<String> parts(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\0", -1));
    }
}
