package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one package. */
@Command(
        name = "get",
        description = "Shows a package.",
        footer = {"", "Example:", "  wharf packages get happy_harmony -o json"})
public final class PackagesGet implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "The package's id.")
    private String id = "";

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesGet(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        PackageId packageId = new PackageId(id);
        try (OpenTarget target = invocation.open()) {
            ConnectorPackage found = target.account().packages().retrieve(packageId);
            invocation.console().show(Views.document(found), () -> Views.lines(found));
        }
        return 0;
    }
}
