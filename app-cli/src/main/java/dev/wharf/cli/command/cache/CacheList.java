package dev.wharf.cli.command.cache;

import dev.wharf.cli.target.Invocation;
import dev.wharf.filesystem.FileArchiveStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the archives that are kept. */
@Command(
        name = "list",
        description = "Lists the archives in the cache, the last used first. Does not read them.",
        footer = {"", "Example:", "  wharf cache list"})
public final class CacheList implements Callable<Integer> {
    private final Invocation invocation;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public CacheList(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (FileArchiveStore store = invocation.openCache()) {
            KeptArchives kept = KeptArchives.in(store);
            invocation
                    .console()
                    .showList(kept.document(), kept::table, kept.entries().isEmpty(), "The cache has no archives.");
        }
        return 0;
    }
}
