package dev.wharf.cli.command.cache;

import dev.wharf.cli.command.Age;
import dev.wharf.cli.console.Console;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.port.ArchiveStore.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes archives that are kept. */
@Command(
        name = "prune",
        description = "Deletes archives from the cache, the longest unused first, after asking. Wharf downloads"
                + " them again when needed.",
        footer = {
            "",
            "Examples:",
            "  wharf cache prune                       archives not used for 30 days",
            "  wharf cache prune --max-bytes 500M --dry-run"
        })
public final class CachePrune implements Callable<Integer> {
    private static final Duration DEFAULT_AGE = Duration.ofDays(30);

    private final Invocation invocation;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Delete archives not used for this long: 12h, 30d, 8w. Default, without other options: 30d.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            converter = ByteCount.class,
            description = "Delete archives until the rest has at most this many bytes: 1048576, 500M, 2G.")
    private @Nullable Long maxBytes;

    @Option(names = "--all", description = "Delete all archives.")
    private boolean all;

    @Option(names = "--dry-run", description = "Show what Wharf would delete, and delete nothing.")
    private boolean dryRun;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public CachePrune(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (all && (olderThan != null || maxBytes != null)) {
            throw new InvalidRequestException(
                    "--all excludes --older-than and" + " --max-bytes.", "Leave out --older-than and --max-bytes.");
        }
        try (FileArchiveStore store = invocation.openCache()) {
            KeptArchives unwanted = unwanted(KeptArchives.in(store).entries());
            Console console = invocation.console();
            if (dryRun || unwanted.entries().isEmpty()) {
                console.showList(
                        unwanted.document(),
                        unwanted::table,
                        unwanted.entries().isEmpty(),
                        "There is nothing to prune.");
                return 0;
            }
            invocation.confirm("Delete " + unwanted.summary() + " from the cache?");
            KeptArchives deleted = delete(store, unwanted);
            console.show(deleted.document(), () -> List.of("Deleted " + deleted.summary()));
        }
        return 0;
    }

    /** What is too old, and what no longer has room beside that which was used later. */
    private KeptArchives unwanted(List<Entry> youngestFirst) {
        Duration age = olderThan == null && maxBytes == null ? DEFAULT_AGE : olderThan;
        Instant cutoff = age == null ? Instant.MIN : Instant.now().minus(age);
        long room = maxBytes == null ? Long.MAX_VALUE : maxBytes;
        List<Entry> unwanted = new ArrayList<>();
        boolean full = false;
        for (Entry entry : youngestFirst) {
            full |= entry.length() > room;
            if (all || full || !entry.touchedAt().isAfter(cutoff)) {
                unwanted.add(entry);
            } else {
                room -= entry.length();
            }
        }
        return new KeptArchives(unwanted);
    }

    /** What was used since it was listed stays. */
    private static KeptArchives delete(FileArchiveStore store, KeptArchives unwanted) {
        return new KeptArchives(unwanted.entries().stream()
                .filter(entry -> store.deleteIfUntouchedSince(
                        entry.sha256(), entry.touchedAt().plusNanos(1)))
                .toList());
    }
}
