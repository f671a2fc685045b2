package dev.wharf.cli;

import dev.wharf.cli.command.CommandGroup;
import dev.wharf.cli.command.CompletionCommand;
import dev.wharf.cli.command.ConnectionsCreate;
import dev.wharf.cli.command.ConnectionsDelete;
import dev.wharf.cli.command.ConnectionsGet;
import dev.wharf.cli.command.ConnectionsList;
import dev.wharf.cli.command.ConnectionsUpdate;
import dev.wharf.cli.command.DeployCommand;
import dev.wharf.cli.command.DestinationsCreate;
import dev.wharf.cli.command.DestinationsDelete;
import dev.wharf.cli.command.DestinationsList;
import dev.wharf.cli.command.DoctorCommand;
import dev.wharf.cli.command.PackageCommand;
import dev.wharf.cli.command.PackagesCreate;
import dev.wharf.cli.command.PackagesDelete;
import dev.wharf.cli.command.PackagesDownload;
import dev.wharf.cli.command.PackagesGet;
import dev.wharf.cli.command.PackagesList;
import dev.wharf.cli.command.PackagesUpdate;
import dev.wharf.cli.target.Invocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, put together. */
final class CommandTree {
    private final Invocation invocation;

    CommandTree(Invocation invocation) {
        this.invocation = invocation;
    }

    CommandLine build() {
        CommandLine root = new CommandLine(new RootCommand(invocation))
                .addSubcommand(new PackageCommand(invocation))
                .addSubcommand(new DeployCommand(invocation))
                .addSubcommand(group(
                        "packages",
                        "Lists, reads, uploads, changes, deletes and downloads packages.",
                        new PackagesList(invocation),
                        new PackagesCreate(invocation),
                        new PackagesGet(invocation),
                        new PackagesUpdate(invocation),
                        new PackagesDelete(invocation),
                        new PackagesDownload(invocation)))
                .addSubcommand(group(
                        "connections",
                        "Lists, reads, makes, changes and deletes connections.",
                        new ConnectionsList(invocation),
                        new ConnectionsGet(invocation),
                        new ConnectionsCreate(invocation),
                        new ConnectionsUpdate(invocation),
                        new ConnectionsDelete(invocation)))
                .addSubcommand(group(
                        "destinations",
                        "Lists, makes and deletes destinations.",
                        new DestinationsList(invocation),
                        new DestinationsCreate(invocation),
                        new DestinationsDelete(invocation)))
                .addSubcommand(new DoctorCommand(invocation, Version.current().line()))
                .addSubcommand(new CompletionCommand(invocation));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setHelpFactory(OwnOptionsHelp::new);
        describe(root);
        return root;
    }

    private CommandLine group(String name, String description, Object... commands) {
        CommandLine group = new CommandLine(new CommandGroup(invocation));
        CommandSpec spec = group.getCommandSpec().name(name);
        spec.usageMessage().description(description);
        Arrays.stream(commands).forEach(group::addSubcommand);
        spec.usageMessage()
                .footer(
                        "",
                        "Example:",
                        "  wharf " + name + " "
                                + group.getSubcommands().keySet().iterator().next());
        return group;
    }

    /** What is the same in every command's help. */
    private static void describe(CommandLine root) {
        for (CommandLine command : root.getSubcommands().values()) {
            describe(command);
        }
        CommandSpec spec = root.getCommandSpec();
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
        if (!(spec.userObject() instanceof RootCommand)) {
            List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
            footer.add("");
            footer.add("Options for all commands (-o json, --local, --profile, ...): wharf --help");
            spec.usageMessage().footer(footer.toArray(String[]::new));
        }
    }

    /** Leaves out of a command's help the options that all commands have, unless it is the help of them all. */
    private static final class OwnOptionsHelp extends Help {
        OwnOptionsHelp(CommandSpec spec, ColorScheme scheme) {
            super(spec, scheme);
        }

        @Override
        public String optionListExcludingGroups(
                List<OptionSpec> options, Layout layout, Comparator<OptionSpec> sort, IParamLabelRenderer labels) {
            boolean isRoot = commandSpec().parent() == null;
            List<OptionSpec> own =
                    options.stream().filter(o -> isRoot || !o.inherited()).toList();
            return super.optionListExcludingGroups(own, layout, sort, labels);
        }
    }
}
