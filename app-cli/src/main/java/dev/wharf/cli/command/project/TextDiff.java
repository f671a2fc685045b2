package dev.wharf.cli.command.project;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import dev.wharf.packaging.PackagedFiles;
import dev.wharf.packaging.diff.FileChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a file line by line, in the form that patch and every reviewer know. */
final class TextDiff {
    private static final int MAX_BYTES = 1024 * 1024;
    /** Comparing takes time by the product of lines and differences. */
    private static final int MAX_LINES = 10_000;

    /** In all of a diff, so that it ends in seconds and in little memory. */
    private static final int LINES_IN_ALL = 50_000;

    private static final int CONTEXT = 3;
    private static final String NOTHING = "/dev/null";

    private final PackagedFiles before;
    private final PackagedFiles after;
    private int linesLeft = LINES_IN_ALL;

    TextDiff(PackagedFiles before, PackagedFiles after) {
        this.before = before;
        this.after = after;
    }

    /** The lines of a unified diff, or one line that says why there are none; empty if the bytes are the same. */
    List<String> of(FileChange change) throws IOException {
        if (!change.hasOtherContent()) {
            return List.of();
        }
        List<String> old = lines(
                before,
                change.path(),
                change.before() == null ? 0 : change.before().size());
        List<String> now = lines(
                after,
                change.path(),
                change.after() == null ? 0 : change.after().size());
        if (old == null || now == null || old.size() + now.size() > linesLeft) {
            return List.of("The content of " + change.path() + " differs. It is not text, or too large to show.");
        }
        linesLeft -= old.size() + now.size();
        Patch<String> patch = DiffUtils.diff(old, now);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                change.before() == null ? NOTHING : named("a/" + change.path()),
                change.after() == null ? NOTHING : named("b/" + change.path()),
                old,
                patch,
                CONTEXT);
        return diff.stream().map(TextDiff::withEmptySideAtZero).toList();
    }

    /** Without a tab behind it, patch takes a name to end at its first space. */
    private static String named(String path) {
        return path.indexOf(' ') < 0 ? path : path + "\t";
    }

    /** What has no lines begins at line 0, or patch does not take it. */
    private static String withEmptySideAtZero(String line) {
        return line.startsWith("@@ ") ? line.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ") : line;
    }

    private static @Nullable List<String> lines(PackagedFiles files, String path, long size) throws IOException {
        if (size == 0) {
            return List.of();
        }
        if (size > MAX_BYTES) {
            return null;
        }
        byte[] bytes;
        try (InputStream in = files.open(path)) {
            bytes = in.readNBytes(MAX_BYTES);
        }
        String text = text(bytes);
        if (text == null) {
            return null;
        }
        List<String> lines = split(text);
        return lines.size() > MAX_LINES ? null : lines;
    }

    /** Keeps what ends a line, so that a changed line ending and a missing last one show as changes. */
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + "\n\\ No newline at end of file");
        }
        return lines;
    }

    private static @Nullable String text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
