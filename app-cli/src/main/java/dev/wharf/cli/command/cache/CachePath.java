package dev.wharf.cli.command.cache;

import dev.wharf.cli.target.Invocation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells where downloaded archives are kept. */
@Command(
        name = "path",
        description = "Prints the directory of the archive cache. It may not exist yet.",
        footer = {"", "Example:", "  wharf cache path"})
public final class CachePath implements Callable<Integer> {
    private final Invocation invocation;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public CachePath(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String path = invocation.search().cacheDirectory().toString();
        invocation.console().show(Map.of("path", path), () -> List.of(path));
        return 0;
    }
}
