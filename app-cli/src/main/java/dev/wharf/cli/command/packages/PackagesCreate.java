package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.command.project.ArchiveArgument;
import dev.wharf.cli.command.project.ProjectOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.PackageRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Uploads a new package. */
@Command(
        name = "create",
        description = "Uploads an archive, or builds and uploads a connector's directory, as a new package.",
        footer = {"", "Example:", "  wharf packages create examples/weather"})
public final class PackagesCreate implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE|DIR", description = "An archive, or the directory that holds connector.py.")
    private Path path = Path.of(".");

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesCreate(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            PackageRegistry packages = new VerifyingRegistry(target.account().packages());
            ConnectorPackage created =
                    ArchiveArgument.use(path, projectOptions, invocation, target.archives(), packages::create);
            invocation.console().show(Views.document(created), () -> Views.lines(created));
        }
        return 0;
    }
}
