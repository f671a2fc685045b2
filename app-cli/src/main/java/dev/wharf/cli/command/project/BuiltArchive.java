package dev.wharf.cli.command.project;

import dev.wharf.cli.console.ReportedFindings;
import dev.wharf.cli.console.Sizes;
import dev.wharf.cli.console.Table;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.OutsideLink;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An archive that was built, as it is shown. */
record BuiltArchive(Path path, long size, Sha256 sha256, Selection selection, List<Finding> findings) {

    Map<String, @Nullable Object> document(boolean list, boolean explain) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", path.toString());
        document.put("size", size);
        document.put("file_count", selection.files().size());
        document.put("file_sha256_hash", sha256.hex());
        document.put("findings", ReportedFindings.documents(findings));
        if (list) {
            document.put(
                    "files", selection.files().stream().map(BuiltArchive::file).toList());
        }
        if (explain) {
            document.put(
                    "excluded",
                    selection.excluded().stream().map(BuiltArchive::exclusion).toList());
            document.put(
                    "outside_links",
                    selection.outsideLinks().stream().map(BuiltArchive::link).toList());
        }
        return document;
    }

    List<String> lines(boolean list, boolean explain) {
        List<String> lines = new ArrayList<>(Table.fields()
                .row("Path", path)
                .row("Size", Sizes.exact(size))
                .row("Files", String.valueOf(selection.files().size()))
                .row("SHA-256", sha256)
                .lines());
        if (list) {
            Table files = Table.headed("SIZE", "FILE");
            selection.files().forEach(f -> files.row(f.size(), f.path() + (f.isExecutable() ? " (executable)" : "")));
            lines.add("");
            lines.addAll(files.lines());
        }
        if (explain) {
            Table excluded = Table.headed("LEFT OUT", "BECAUSE OF");
            selection.excluded().forEach(e -> excluded.row(e.path(), e.reason()));
            lines.add("");
            lines.addAll(selection.excluded().isEmpty() ? List.of("Nothing is left out.") : excluded.lines());
            if (!selection.outsideLinks().isEmpty()) {
                Table links = Table.headed("LEADS OUT", "TO");
                selection.outsideLinks().forEach(l -> links.row(l.path(), l.target()));
                lines.add("");
                lines.addAll(links.lines());
            }
        }
        return lines;
    }

    private static Map<String, @Nullable Object> file(ProjectFile file) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", file.path());
        document.put("size", file.size());
        document.put("executable", file.isExecutable());
        return document;
    }

    private static Map<String, @Nullable Object> exclusion(Exclusion exclusion) {
        Exclusion.Reason reason = exclusion.reason();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", exclusion.path());
        document.put("cause", reason.cause().code());
        document.put("pattern", reason.pattern());
        document.put("file", reason.file());
        document.put("line", reason.file() == null ? null : reason.line());
        return document;
    }

    private static Map<String, @Nullable Object> link(OutsideLink link) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", link.path());
        document.put("target", link.target());
        return document;
    }
}
