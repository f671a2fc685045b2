package dev.wharf.cli.command.project;

import dev.wharf.cli.console.ReportedFindings;
import dev.wharf.cli.console.Sizes;
import dev.wharf.cli.console.Table;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveEntry;
import dev.wharf.packaging.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An archive that was looked into, as it is shown. */
record InspectedArchive(String source, long size, Sha256 sha256, List<ArchiveEntry> entries, List<Finding> findings) {
    static InspectedArchive of(NamedPackage.Archive archive) {
        return new InspectedArchive(
                archive.name(),
                archive.bytes().length(),
                archive.bytes().sha256(),
                archive.files().entries(),
                archive.files().findings());
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("source", source);
        document.put("size", size);
        document.put("unpacked_size", unpackedSize());
        document.put("file_count", fileCount());
        document.put("file_sha256_hash", sha256.hex());
        document.put("entries", entries.stream().map(InspectedArchive::entry).toList());
        document.put("findings", ReportedFindings.documents(findings));
        return document;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(Table.fields()
                .row("Source", source)
                .row("Size", Sizes.exact(size))
                .row("Unpacked", Sizes.exact(unpackedSize()))
                .row("Files", String.valueOf(fileCount()))
                .row("SHA-256", sha256)
                .lines());
        Table table = Table.headed("SIZE", "IN ARCHIVE", "FILE");
        entries.forEach(entry -> table.row(
                entry.size(), entry.compressedSize(), entry.name() + (entry.isExecutable() ? " (executable)" : "")));
        lines.add("");
        lines.addAll(table.lines());
        if (!findings.isEmpty()) {
            lines.add("");
            Table found = Table.headed("FOUND", "WHERE", "WHAT");
            findings.forEach(f ->
                    found.row(f.severity().name().toLowerCase(Locale.ROOT), f.place(), f.message() + " " + f.advice()));
            lines.addAll(found.lines());
        }
        return lines;
    }

    private long unpackedSize() {
        return entries.stream().mapToLong(ArchiveEntry::size).sum();
    }

    private long fileCount() {
        return entries.stream().filter(entry -> !entry.isDirectory()).count();
    }

    private static Map<String, @Nullable Object> entry(ArchiveEntry entry) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", entry.name());
        document.put("size", entry.size());
        document.put("compressed_size", entry.compressedSize());
        document.put("crc32", String.format("%08x", entry.crc32()));
        document.put("executable", entry.isExecutable());
        return document;
    }
}
