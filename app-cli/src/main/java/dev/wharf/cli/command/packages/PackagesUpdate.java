package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.Views;
import dev.wharf.cli.command.project.ArchiveArgument;
import dev.wharf.cli.command.project.ProjectOptions;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.deployment.PackageUse;
import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.deployment.SharedPackage;
import dev.wharf.integrity.Verification;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces a package's file. */
@Command(
        name = "update",
        description = "Replaces a package's archive. Connections that use the package run it from their next sync.",
        footer = {"", "Example:", "  wharf packages update happy_harmony examples/weather"})
public final class PackagesUpdate implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "ID", description = "The package's id.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE|DIR",
            description = "An archive, or the directory that holds connector.py.")
    private Path path = Path.of(".");

    @Option(
            names = "--shared",
            description = "Update a package that several connections run. The code of all of them changes.")
    private boolean shared;

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesUpdate(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        PackageId packageId = new PackageId(id);
        try (OpenTarget target = invocation.open()) {
            PackageRegistry packages = new VerifyingRegistry(
                    target.account().packages(), Verification.DEFAULT.puttingBackFrom(target.archives()));
            ConnectorPackage updated =
                    ArchiveArgument.use(path, projectOptions, invocation, target.archives(), archive -> {
                        refuseShared(target.account(), packageId);
                        return packages.update(packageId, archive);
                    });
            invocation.console().show(Views.document(updated), () -> Views.lines(updated));
        }
        return 0;
    }

    private void refuseShared(Account account, PackageId packageId) {
        if (shared) {
            return;
        }
        ConnectorPackage present = account.packages().retrieve(packageId);
        PackageUse use = PackageUse.read(account);
        List<RunBy> users = use.of(present);
        if (users.size() > 1) {
            throw SharedPackage.refusalOfUpdate(packageId, users);
        }
        String doubt = use.doubt(present);
        if (doubt != null) {
            throw SharedPackage.refusalInDoubt(packageId, doubt);
        }
    }
}
