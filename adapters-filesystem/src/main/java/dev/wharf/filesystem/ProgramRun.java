package dev.wharf.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of somebody's program, with nothing to read and the environment of this process.
 *
 * @param outcome how it ended
 * @param code its exit code; of one that was ended, whatever the system tells
 * @param said the end of what it said, on either of its outputs
 */
record ProgramRun(Outcome outcome, int code, String said) {
    private static final int KEPT_BYTES = 64 * 1024;
    private static final long LAST_WORDS_SECONDS = 2;

    /** How a program ended. */
    enum Outcome {
        ENDED,
        TOO_LONG
    }

    /**
     * Runs a program to its end, or ends it and all that it started.
     *
     * @throws IOException if there is no such program
     * @throws InterruptedException if the thread is interrupted; the program is ended first
     */
    static ProgramRun of(List<String> command, Path directory, Duration limit)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("PWD", directory.toString());
        Process process = builder.start();
        Ending ending = new Ending(process.getInputStream());
        Thread listener = new Thread(ending, "wharf-packager-output");
        listener.setDaemon(true);
        listener.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                end(process);
                process.waitFor();
            }
            // What it started and left behind may hold its output open for ever.
            listener.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
            return new ProgramRun(ended ? Outcome.ENDED : Outcome.TOO_LONG, process.exitValue(), ending.text());
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads all there is and keeps the end of it. */
    private static final class Ending implements Runnable {
        private final InputStream in;
        private final byte[] kept = new byte[KEPT_BYTES];
        private long read;

        Ending(InputStream in) {
            this.in = in;
        }

        @Override
        public void run() {
            byte[] some = new byte[8192];
            try (in) {
                for (int count = in.read(some); count >= 0; count = in.read(some)) {
                    keep(some, count);
                }
            } catch (IOException e) {
                // It was ended: what it said before is there.
            }
        }

        private synchronized void keep(byte[] some, int count) {
            for (int i = 0; i < count; i++) {
                kept[(int) (read++ % KEPT_BYTES)] = some[i];
            }
        }

        synchronized String text() {
            int length = (int) Math.min(read, KEPT_BYTES);
            byte[] end = new byte[length];
            for (int i = 0; i < length; i++) {
                end[i] = kept[(int) ((read - length + i) % KEPT_BYTES)];
            }
            return new String(end, StandardCharsets.UTF_8);
        }
    }
}
