package dev.wharf.cli.command.project;

import dev.wharf.packaging.diff.FileChange;
import dev.wharf.packaging.selection.ProjectFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A changed file as it is shown.
 *
 * @param change the change
 * @param text what changed line by line, if that was asked for
 */
record ShownChange(FileChange change, List<String> text) {
    Map<String, @Nullable Object> document(boolean withText) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", change.path());
        document.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        document.put("content_changed", change.hasOtherContent());
        document.put("executable_changed", change.hasOtherMode());
        document.put("before", file(change.before()));
        document.put("after", file(change.after()));
        if (withText) {
            document.put("diff", text.stream().map(line -> line + "\n").collect(Collectors.joining()));
        }
        return document;
    }

    /** What happened, in a word or two. */
    String what() {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        if (!change.hasOtherMode()) {
            return kind;
        }
        ProjectFile after = change.after();
        String mode = after != null && after.isExecutable() ? "executable now" : "no longer executable";
        return change.hasOtherContent() ? kind + ", " + mode : mode;
    }

    private static @Nullable Map<String, Object> file(@Nullable ProjectFile file) {
        if (file == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("size", file.size());
        document.put("executable", file.isExecutable());
        return document;
    }
}
