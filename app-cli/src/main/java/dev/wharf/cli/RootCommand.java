package dev.wharf.cli;

import dev.wharf.cli.command.CommandGroup;
import dev.wharf.cli.target.GlobalOptions;
import dev.wharf.cli.target.Invocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands are below of. */
@Command(
        name = "wharf",
        description = "Manages connector packages of the Fivetran Connector SDK: build, upload, verify, bind, deploy.",
        footer = {
            "",
            "Credentials come from FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or a profile.",
            "",
            "Examples:",
            "  wharf package examples/weather",
            "  wharf deploy examples/weather --local --destination warehouse --connection weather",
            "  wharf packages list -o json"
        })
final class RootCommand extends CommandGroup {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it in; commands read it from their invocation
    private final GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // the program itself prints it, in the format asked for
    private boolean version;

    RootCommand(Invocation invocation) {
        super(invocation);
        this.options = invocation.options();
    }
}
