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
    @Option(names = "--all", description = "List every page.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "The most items to list, 1 to 1000. Default: 100.")
    private @Nullable Integer limit;

    @Option(
            names = "--cursor",
            paramLabel = "C",
            description = "The next_cursor of the previous page. Default:" + " the first page.")
    private @Nullable String cursor;

    public <T> Page<T> read(Function<PageRequest, Page<T>> list) {
        if (all) {
            if (limit != null || cursor != null) {
                throw new InvalidRequestException(
                        "--all excludes --limit and --cursor.", "Leave out --limit and" + " --cursor.");
            }
            return new Page<>(Page.collectAll(list), null);
        }
        return list.apply(new PageRequest(
                limit == null ? PageRequest.DEFAULT_LIMIT : limit, cursor == null ? null : new Cursor(cursor)));
    }

    public void tellOfMore(Page<?> page, Console console) {
        if (page.nextCursor() != null && !console.isJson()) {
            console.note("There are more items. Continue with --cursor " + page.nextCursor() + ", or list all"
                    + " with --all.");
        }
    }
}
