package dev.wharf.cli.command;

import dev.wharf.cli.console.Console;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a list is wanted. */
public final class PageOptions {
    @Option(names = "--all", description = "Every page.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "The most to list, 1 to 1000. Default: 100.")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "C", description = "Where to go on: the next_cursor of the page before.")
    private @Nullable String cursor;

    public <T> Page<T> read(Function<PageRequest, Page<T>> list) {
        if (all) {
            if (limit != null || cursor != null) {
                throw new InvalidRequestException("--all lists everything: leave out --limit and --cursor.");
            }
            return new Page<>(Page.collectAll(list), null);
        }
        return list.apply(new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : limit, cursor == null ? null : new Cursor(cursor)));
    }

    public void tellOfMore(Page<?> page, Console console) {
        if (page.nextCursor() != null && !console.isJson()) {
            console.note("There are more: go on with --cursor " + page.nextCursor() + ", or list them --all.");
        }
    }
}
