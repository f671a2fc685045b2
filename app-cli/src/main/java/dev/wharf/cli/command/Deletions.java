package dev.wharf.cli.command;

import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.WharfException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deletes several things, each on its own: one that cannot be deleted does not keep the others. */
final class Deletions {
    private final Invocation invocation;
    private final String what;

    Deletions(Invocation invocation, String what) {
        this.invocation = invocation;
        this.what = what;
    }

    void confirm(List<String> ids) {
        invocation.confirm(
                "Delete " + what + (ids.size() == 1 ? " " : "s ") + String.join(", ", new LinkedHashSet<>(ids)) + "?");
    }

    <I> void run(List<I> ids, Consumer<I> delete) {
        List<I> deleted = new ArrayList<>();
        WharfException failure = null;
        for (I id : new LinkedHashSet<>(ids)) {
            try {
                invocation.interruption().shield(() -> {
                    delete.accept(id);
                    return id;
                });
                deleted.add(id);
            } catch (WharfException e) {
                failure = withLater(failure, e);
            }
        }
        if (!deleted.isEmpty() || failure == null) {
            show(deleted);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static WharfException withLater(@Nullable WharfException first, WharfException later) {
        if (first == null) {
            return later;
        }
        first.addSuppressed(later);
        return first;
    }

    private void show(List<?> deleted) {
        List<Map<String, Object>> items =
                deleted.stream().map(id -> Map.<String, Object>of("id", id)).toList();
        invocation.console().show(Map.of("items", items), () -> deleted.stream()
                .map(id -> "Deleted " + what + " " + id)
                .toList());
    }
}
