package dev.wharf.cli.command;

import dev.wharf.cli.console.Shown;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.WharfException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deletes several things, each on its own: one that cannot be deleted does not keep the others. Each has an outcome. */
public final class Deletions {
    private final Invocation invocation;
    private final String what;

    public Deletions(Invocation invocation, String what) {
        this.invocation = invocation;
        this.what = what;
    }

    /** What came of one. */
    private enum Outcome {
        DELETED,
        /** The account, or we, would not. */
        REFUSED,
        NOT_FOUND,
        /** Whether it is gone is not known. */
        FAILED;

        static Outcome of(@Nullable WharfException failure) {
            if (failure == null) {
                return DELETED;
            }
            if (failure instanceof NotFoundException) {
                return NOT_FOUND;
            }
            boolean refused = failure instanceof NotAllowedException
                    || failure instanceof PackageInUseException
                    || failure instanceof ConflictException;
            return refused ? REFUSED : FAILED;
        }
    }

    /** One thing, and why it was not deleted; null if it was. */
    private record Deletion(Object id, @Nullable WharfException failure) {
        Map<String, @Nullable Object> document() {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put("outcome", Outcome.of(failure).name().toLowerCase(Locale.ROOT));
            document.put("reason", failure == null ? null : failure.getMessage());
            return document;
        }

        boolean succeeded() {
            return failure == null;
        }
    }

    public void confirm(List<String> ids) {
        invocation.confirm(
                "Delete " + what + (ids.size() == 1 ? " " : "s ") + String.join(", ", new LinkedHashSet<>(ids)) + "?");
    }

    /** Throws the first failure after all were tried, and after what came of each was shown. */
    public <I> void run(List<I> ids, Consumer<I> delete) {
        List<Deletion> done = new ArrayList<>();
        try {
            new LinkedHashSet<>(ids).forEach(id -> done.add(new Deletion(id, failureOf(id, delete))));
        } finally {
            show(done);
        }
        WharfException first = done.stream().map(Deletion::failure).reduce(null, Deletions::withLater);
        if (first != null) {
            throw first;
        }
    }

    private <I> @Nullable WharfException failureOf(I id, Consumer<I> delete) {
        try {
            invocation.interruption().shield(() -> {
                delete.accept(id);
                return id;
            });
            return null;
        } catch (WharfException e) {
            return e;
        }
    }

    private static @Nullable WharfException withLater(@Nullable WharfException first, @Nullable WharfException later) {
        if (first != null && later != null && first != later) {
            first.addSuppressed(later);
        }
        return first == null ? later : first;
    }

    /** Of several the reasons are told one by one; of a single one the failure says it all. */
    private void show(List<Deletion> done) {
        invocation
                .console()
                .show(Map.of("items", done.stream().map(Deletion::document).toList()), () -> done.stream()
                        .filter(Deletion::succeeded)
                        .map(each -> Shown.line("Deleted " + what + " " + each.id))
                        .toList());
        if (!invocation.console().isJson() && done.size() > 1) {
            done.forEach(each -> {
                WharfException failure = each.failure;
                if (failure != null) {
                    invocation.console().warn("Could not delete " + what + " " + each.id + ". " + failure.getMessage());
                }
            });
        }
    }
}
