package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.Age;
import dev.wharf.cli.command.Deletions;
import dev.wharf.cli.command.Views;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes packages that have long been of no use. */
@Command(
        name = "prune",
        description = "Deletes packages that no connection uses and that are old, after asking.",
        footer = {"", "Example:", "  wharf packages prune --older-than 90d --dry-run"})
public final class PackagesPrune implements Callable<Integer> {
    private final Invocation invocation;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "The least time since a package's last change: 12h, 30d, 8w. Default: 30d.")
    private Duration olderThan = Duration.ofDays(30);

    @Option(names = "--dry-run", description = "Show what Wharf would delete, and delete nothing.")
    private boolean dryRun;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesPrune(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            // All of them before the first is deleted: pages shift when what they hold goes.
            List<ConnectorPackage> unused = unused(target.account());
            if (dryRun || unused.isEmpty()) {
                Page<ConnectorPackage> page = new Page<>(unused, null);
                invocation
                        .console()
                        .showList(
                                Views.document(page, Views::document),
                                () -> Views.packages(unused),
                                unused.isEmpty(),
                                "There is nothing to prune.");
                return 0;
            }
            Deletions deletions = new Deletions(invocation, "package");
            deletions.confirm(unused.stream().map(p -> p.id().value()).toList());
            // Read anew: the answer may have taken long.
            FreePackages free = new FreePackages(target.account());
            deletions.run(unused.stream().map(ConnectorPackage::id).toList(), free::delete);
        }
        return 0;
    }

    private List<ConnectorPackage> unused(Account account) {
        Instant cutoff = Instant.now().minus(olderThan);
        List<ConnectorPackage> old = Page.<ConnectorPackage>collectAll(account.packages()::list).stream()
                .filter(p -> !p.isBound() && wasLeftAlone(p, cutoff))
                .toList();
        return old.isEmpty() ? old : new FreePackages(account).among(old, invocation.console());
    }

    /** Of what the account tells no age, none is known to be old enough. */
    private static boolean wasLeftAlone(ConnectorPackage unused, Instant since) {
        Instant updated = unused.updatedAt() == null ? unused.createdAt() : unused.updatedAt();
        return updated != null && !updated.isAfter(since);
    }
}
