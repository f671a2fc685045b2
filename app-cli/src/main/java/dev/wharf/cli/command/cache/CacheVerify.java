package dev.wharf.cli.command.cache;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.FailureKind;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.IntegrityException;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.port.ArchiveStore.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads the archives that are kept. */
@Command(
        name = "verify",
        description = "Verifies every archive in the cache. Moves archives that changed on the disk into quarantine.",
        footer = {"", "Example:", "  wharf cache verify"})
public final class CacheVerify implements Callable<Integer> {
    private final Invocation invocation;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public CacheVerify(Invocation invocation) {
        this.invocation = invocation;
    }

    private record Verified(Entry entry, boolean intact) {}

    @Override
    public Integer call() {
        try (FileArchiveStore store = invocation.openCache()) {
            List<Verified> results = new ArrayList<>();
            for (Entry entry : KeptArchives.in(store).entries()) {
                verify(store, entry, results);
            }
            show(results);
            long corrupt = results.stream().filter(one -> !one.intact()).count();
            if (corrupt == 0) {
                return 0;
            }
            invocation
                    .console()
                    .warn((corrupt == 1 ? "1 archive" : corrupt + " archives")
                            + " in the cache changed on the disk. Wharf moved them to "
                            + invocation.search().cacheDirectory().resolve("quarantine")
                            + ", and downloads them again when needed.");
            invocation.console().hint("Check the disk.");
            return FailureKind.INTEGRITY.exitCode();
        }
    }

    /** What another process let go of meanwhile is no result. */
    private static void verify(FileArchiveStore store, Entry entry, List<Verified> results) {
        try {
            if (store.find(entry.sha256()).isPresent()) {
                results.add(new Verified(entry, true));
            }
        } catch (IntegrityException e) {
            results.add(new Verified(entry, false));
        }
    }

    private void show(List<Verified> results) {
        List<Map<String, Object>> items = new ArrayList<>();
        Table table = Table.headed("SHA-256", "RESULT", "SIZE");
        for (Verified one : results) {
            String result = one.intact() ? "verified" : "corrupt";
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("file_sha256_hash", one.entry().sha256());
            item.put("result", result);
            item.put("size", one.entry().length());
            items.add(item);
            table.row(one.entry().sha256(), result, one.entry().length());
        }
        Console console = invocation.console();
        console.showList(Map.of("items", items), () -> table, results.isEmpty(), "The cache has no archives.");
    }
}
