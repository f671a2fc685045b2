package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.PageOptions;
import dev.wharf.cli.command.Views;
import dev.wharf.cli.console.Console;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists packages. */
@Command(
        name = "list",
        description = "Lists the account's packages.",
        footer = {"", "Example:", "  wharf packages list --all --unbound"})
public final class PackagesList implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PageOptions paging = new PageOptions();

    @Option(
            names = "--unbound",
            description = "List only packages that no connection uses. Filters one page, or with --all all pages.")
    private boolean unbound;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesList(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            PackageRegistry packages = target.account().packages();
            Page<ConnectorPackage> page = wanted(paging.read(packages::list), target.account());
            Console console = invocation.console();
            console.showList(
                    Views.document(page, Views::document),
                    () -> Views.packages(page.items()),
                    page.items().isEmpty(),
                    unbound ? "Each package here is used by a connection." : "There are no packages.");
            paging.tellOfMore(page, console);
        }
        return 0;
    }

    private Page<ConnectorPackage> wanted(Page<ConnectorPackage> page, Account account) {
        if (!unbound) {
            return page;
        }
        List<ConnectorPackage> loose =
                page.items().stream().filter(p -> !p.isBound()).toList();
        return new Page<>(
                loose.isEmpty() ? loose : new FreePackages(account).among(loose, invocation.console()),
                page.nextCursor());
    }
}
