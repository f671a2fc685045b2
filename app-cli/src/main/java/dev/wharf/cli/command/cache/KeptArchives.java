package dev.wharf.cli.command.cache;

import dev.wharf.cli.console.Sizes;
import dev.wharf.cli.console.Table;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.ArchiveStore.Entry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Archives of the cache, unread.
 *
 * @param entries the archives, those used last first
 */
record KeptArchives(List<Entry> entries) {
    static KeptArchives in(ArchiveStore store) {
        List<Entry> entries = new ArrayList<>();
        store.forEach(entries::add);
        entries.sort(Comparator.comparing(Entry::touchedAt).reversed().thenComparing(entry -> entry.sha256()
                .hex()));
        return new KeptArchives(entries);
    }

    /** As in "2 archives (1.5 MiB)". */
    String summary() {
        return entries.size() + (entries.size() == 1 ? " archive (" : " archives (")
                + Sizes.rounded(entries.stream().mapToLong(Entry::length).sum()) + ")";
    }

    Map<String, Object> document() {
        return Map.of("items", entries.stream().map(KeptArchives::document).toList());
    }

    Table table() {
        Table table = Table.headed("SHA-256", "SIZE", "LAST USED");
        entries.forEach(entry ->
                table.row(entry.sha256(), entry.length(), entry.touchedAt().truncatedTo(ChronoUnit.SECONDS)));
        return table;
    }

    private static Map<String, Object> document(Entry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file_sha256_hash", entry.sha256());
        document.put("size", entry.length());
        document.put("last_used_at", entry.touchedAt());
        return document;
    }
}
