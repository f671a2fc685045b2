package dev.wharf.cli.command.connections;

import dev.wharf.cli.command.Age;
import dev.wharf.cli.console.CancelledException;
import dev.wharf.cli.console.ExitCode;
import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.SyncWatch;
import dev.wharf.deployment.SyncWatch.End;
import dev.wharf.deployment.SyncWatch.Seen;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to wait for a sync, and how long. */
public final class SyncOptions {
    /** The exit code of a sync that failed. */
    static final int FAILED = ExitCode.SYNC_FAILED.number();

    /** The exit code when a sync had not ended when waiting did. */
    static final int NOT_YET = ExitCode.SYNC_NOT_ENDED.number();

    private static final Duration USUAL = Duration.ofHours(1);

    @Option(names = "--wait", description = "Wait until the sync has ended. Exits with 11 if it failed.")
    private boolean waits;

    @Option(
            names = "--wait-for",
            paramLabel = "TIME",
            converter = Age.class,
            description =
                    "How long --wait waits at most: 10m, 2h. Exits with 12 if the sync is still running. Default: 1h.")
    private @Nullable Duration atMost;

    public boolean isWaiting() {
        return waits;
    }

    /** Refuses a bound for what is not asked for, before anything is opened. */
    public void check() {
        if (atMost != null && !waits) {
            throw new InvalidRequestException("--wait-for needs --wait.", "Add --wait, or leave out --wait-for.");
        }
    }

    /** Has a connection sync, tells of it, and waits if that is asked for. */
    int run(Invocation invocation, OpenTarget target, ConnectionId id) {
        return run(invocation, target, id, (outcome, now) -> show(invocation, id, outcome, now));
    }

    /** The same after something else, which has been told as the one result. */
    public int runAfter(Invocation invocation, OpenTarget target, ConnectionId id) {
        return run(
                invocation, target, id, (outcome, now) -> invocation.console().note("Sync: " + outcome));
    }

    private int run(Invocation invocation, OpenTarget target, ConnectionId id, BiConsumer<String, Connection> shown) {
        Interruption interruption = invocation.interruption();
        SyncWatch watch = new SyncWatch(
                target.account(), interruption.giveUp(invocation.surroundings().pace()));
        interruption.standing().begins("POST /v1/connections/" + id + "/sync");
        Connection before = interruption.shield(() -> watch.begin(id));
        interruption
                .standing()
                .reached("The sync of " + id + " continues. See its status: "
                        + invocation.next().line("status", id.value()));
        if (before.paused()) {
            invocation.console().warn("Connection " + id + " is paused. It may not sync until you unpause it.");
        }
        if (!waits) {
            shown.accept("begun", before);
            return 0;
        }
        invocation.console().note("The sync of " + id + " has started. Ctrl-C stops the waiting, not the sync.");
        try {
            Seen seen = watch.await(before, atMost == null ? USUAL : atMost);
            shown.accept(seen.end().name().toLowerCase(Locale.ROOT), seen.connection());
            return code(seen.end());
        } catch (InterruptedException e) {
            CancelledException stopped =
                    new CancelledException(interruption.standing().ended(e));
            stopped.initCause(e);
            throw stopped;
        }
    }

    private static int code(End end) {
        return switch (end) {
            case SUCCEEDED -> 0;
            case FAILED -> FAILED;
            case NOT_YET -> NOT_YET;
        };
    }

    private static void show(Invocation invocation, ConnectionId id, String outcome, Connection now) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("connection_id", id);
        document.put("outcome", outcome);
        document.put("succeeded_at", now.status().succeededAt());
        document.put("failed_at", now.status().failedAt());
        invocation.console().show(document, () -> Table.fields()
                .row("Sync", outcome)
                .row("Connection", id)
                .row("Succeeded", now.status().succeededAt())
                .row("Failed", now.status().failedAt())
                .lines());
    }
}
