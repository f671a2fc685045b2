package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Emphasis;
import dev.wharf.cli.console.Shown;
import dev.wharf.cli.console.Table;
import dev.wharf.packaging.selection.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two packages, as it is shown. */
record ShownDiff(String before, String after, List<ShownChange> changes) {
    Map<String, @Nullable Object> document(boolean withText) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("before", before);
        document.put("after", after);
        document.put("identical", changes.isEmpty());
        document.put("items", changes.stream().map(c -> c.document(withText)).toList());
        return document;
    }

    List<String> lines(BiFunction<Emphasis, String, String> emphasized) {
        Table table = Table.headed("BEFORE", "AFTER", "CHANGE", "FILE");
        changes.forEach(shown -> table.row(
                size(shown.change().before()),
                size(shown.change().after()),
                shown.what(),
                shown.change().path()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, emphasized.apply(Emphasis.HEADING, lines.get(0)));
        for (ShownChange shown : changes) {
            if (!shown.text().isEmpty()) {
                lines.add("");
                shown.text().stream()
                        .flatMap(text -> Stream.of(text.split("\n")))
                        .forEach(line -> lines.add(emphasized.apply(emphasis(line), shownWithTabs(line))));
            }
        }
        return lines;
    }

    /** A tab moves nothing but what follows it on its line. */
    private static String shownWithTabs(String line) {
        return Stream.of(line.split("\t", -1)).map(Shown::line).collect(Collectors.joining("\t"));
    }

    private static @Nullable Long size(@Nullable ProjectFile file) {
        return file == null ? null : Long.valueOf(file.size());
    }

    private static Emphasis emphasis(String line) {
        if (line.startsWith("+++ ") || line.startsWith("--- ")) {
            return Emphasis.HEADING;
        }
        if (line.startsWith("+")) {
            return Emphasis.ADDED;
        }
        return line.startsWith("-") ? Emphasis.REMOVED : Emphasis.NONE;
    }
}
