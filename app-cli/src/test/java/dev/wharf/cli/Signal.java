package dev.wharf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What asks a process to end. */
enum Signal {
    INT(130),
    TERM(143);

    /** What a process ends with that heeds it. */
    final int exitCode;

    Signal(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Ctrl-C; where this process was started in the background of a script, which ignores that, as its children do, the other. */
    static Signal interrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean isDeaf = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        return isDeaf ? TERM : INT;
    }

    void send(Process process) {
        try {
            new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
