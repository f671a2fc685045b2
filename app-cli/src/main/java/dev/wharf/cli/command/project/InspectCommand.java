package dev.wharf.cli.command.project;

import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InvalidRequestException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what an archive holds. */
@Command(
        name = "inspect",
        description = "Checks an archive, and shows its files, sizes, SHA-256 and warnings.",
        footer = {"", "Examples:", "  wharf inspect files/weather.zip", "  wharf inspect happy_harmony -o json"})
public final class InspectCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE|ID", description = "An archive's file, or a package's id.")
    private String name = "";

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public InspectCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (NamedPackages packages = new NamedPackages(invocation)) {
            if (packages.find(name) instanceof NamedPackage.Archive archive) {
                InspectedArchive shown = InspectedArchive.of(archive);
                invocation.console().show(shown.document(), shown::lines);
                return 0;
            }
        }
        throw new InvalidRequestException(
                name + " is a directory.",
                "See what its archive would hold: " + invocation.next().onFiles("package", name, "--list"));
    }
}
