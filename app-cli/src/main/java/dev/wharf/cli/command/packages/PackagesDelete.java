package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.Deletions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.PackageId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes packages. */
@Command(
        name = "delete",
        description = "Deletes packages that no connection uses, after asking.",
        footer = {"", "Example:", "  wharf packages delete happy_harmony quiet_river --yes"})
public final class PackagesDelete implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The packages' ids.")
    private List<String> ids = List.of();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesDelete(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<PackageId> packageIds = ids.stream().map(PackageId::new).toList();
        Deletions deletions = new Deletions(invocation, "package");
        deletions.confirm(ids);
        try (OpenTarget target = invocation.open()) {
            deletions.run(packageIds, new FreePackages(target.account())::delete);
        }
        return 0;
    }
}
