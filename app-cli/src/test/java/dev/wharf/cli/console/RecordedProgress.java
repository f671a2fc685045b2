package dev.wharf.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Progress of which every step is said, because much time passes between any two looks at the clock. */
public final class RecordedProgress {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final long total;
    private long now;

    /** Of so many bytes. */
    public RecordedProgress(long total) {
        this.total = total;
    }

    public Progress progress() {
        return new Progress(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Progress.Style.LINES,
                "Checking",
                OptionalLong.of(total),
                () -> now += TimeUnit.MINUTES.toNanos(1));
    }

    /** What was said last. */
    public String lastLine() {
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.get(lines.size() - 1);
    }
}
