package dev.wharf.cli;

import dev.wharf.cli.command.CommandGroup;
import dev.wharf.cli.command.about.CompletionCommand;
import dev.wharf.cli.command.about.DoctorCommand;
import dev.wharf.cli.command.cache.CacheList;
import dev.wharf.cli.command.cache.CachePath;
import dev.wharf.cli.command.cache.CachePrune;
import dev.wharf.cli.command.cache.CacheVerify;
import dev.wharf.cli.command.connections.ConnectionsCreate;
import dev.wharf.cli.command.connections.ConnectionsDelete;
import dev.wharf.cli.command.connections.ConnectionsGet;
import dev.wharf.cli.command.connections.ConnectionsList;
import dev.wharf.cli.command.connections.ConnectionsUpdate;
import dev.wharf.cli.command.connections.StatusCommand;
import dev.wharf.cli.command.connections.SyncCommand;
import dev.wharf.cli.command.deploy.DeployCommand;
import dev.wharf.cli.command.deploy.HistoryCommand;
import dev.wharf.cli.command.deploy.RollbackCommand;
import dev.wharf.cli.command.destinations.DestinationsCreate;
import dev.wharf.cli.command.destinations.DestinationsDelete;
import dev.wharf.cli.command.destinations.DestinationsList;
import dev.wharf.cli.command.packages.PackagesCreate;
import dev.wharf.cli.command.packages.PackagesDelete;
import dev.wharf.cli.command.packages.PackagesDownload;
import dev.wharf.cli.command.packages.PackagesGet;
import dev.wharf.cli.command.packages.PackagesList;
import dev.wharf.cli.command.packages.PackagesPrune;
import dev.wharf.cli.command.packages.PackagesUpdate;
import dev.wharf.cli.command.packages.PackagesVerify;
import dev.wharf.cli.command.project.DiffCommand;
import dev.wharf.cli.command.project.InspectCommand;
import dev.wharf.cli.command.project.PackageCommand;
import dev.wharf.cli.target.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * All commands, put together; or, because looking at each takes time at every start, only those a command line can mean.
 */
final class CommandTree {
    private static final Set<String> ABOUT_ALL = Set.of("-h", "--help", "completion");

    /** So that examples stand on one line each. */
    private static final int HELP_WIDTH = 110;

    private final Invocation invocation;
    private final Set<String> words;

    /** The commands for one command line. */
    CommandTree(Invocation invocation, String... arguments) {
        this.invocation = invocation;
        this.words = new HashSet<>(Arrays.asList(arguments));
    }

    CommandLine build() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("package", () -> new PackageCommand(invocation));
        commands.put("inspect", () -> new InspectCommand(invocation));
        commands.put("diff", () -> new DiffCommand(invocation));
        commands.put("deploy", () -> new DeployCommand(invocation));
        commands.put("history", () -> new HistoryCommand(invocation));
        commands.put("rollback", () -> new RollbackCommand(invocation));
        commands.put("sync", () -> new SyncCommand(invocation));
        commands.put("status", () -> new StatusCommand(invocation));
        commands.put("packages", this::packages);
        commands.put("connections", this::connections);
        commands.put("destinations", this::destinations);
        commands.put("cache", this::cache);
        commands.put(
                "doctor", () -> new DoctorCommand(invocation, Version.current().line()));
        commands.put("completion", () -> new CompletionCommand(invocation));
        CommandLine root = new CommandLine(new RootCommand(invocation));
        addWanted(root, commands);
        root.registerConverter(Path.class, CommandTree::path);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setHelpFactory(OwnOptionsHelp::new);
        describe(root);
        return root;
    }

    /** A variable that is not set makes an empty argument of itself, and an empty path would be the directory one is in. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty. Give a path, or leave it out.");
        }
        return Path.of(text);
    }

    private CommandLine packages() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("list", () -> new PackagesList(invocation));
        commands.put("create", () -> new PackagesCreate(invocation));
        commands.put("get", () -> new PackagesGet(invocation));
        commands.put("update", () -> new PackagesUpdate(invocation));
        commands.put("delete", () -> new PackagesDelete(invocation));
        commands.put("download", () -> new PackagesDownload(invocation));
        commands.put("verify", () -> new PackagesVerify(invocation));
        commands.put("prune", () -> new PackagesPrune(invocation));
        return group("packages", "Lists, shows, uploads, updates, deletes and downloads packages.", commands);
    }

    private CommandLine connections() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("list", () -> new ConnectionsList(invocation));
        commands.put("create", () -> new ConnectionsCreate(invocation));
        commands.put("get", () -> new ConnectionsGet(invocation));
        commands.put("update", () -> new ConnectionsUpdate(invocation));
        commands.put("delete", () -> new ConnectionsDelete(invocation));
        return group("connections", "Lists, shows, creates, updates and deletes connections.", commands);
    }

    private CommandLine destinations() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("list", () -> new DestinationsList(invocation));
        commands.put("create", () -> new DestinationsCreate(invocation));
        commands.put("delete", () -> new DestinationsDelete(invocation));
        return group("destinations", "Lists, creates and deletes destinations.", commands);
    }

    private CommandLine cache() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("path", () -> new CachePath(invocation));
        commands.put("list", () -> new CacheList(invocation));
        commands.put("verify", () -> new CacheVerify(invocation));
        commands.put("prune", () -> new CachePrune(invocation));
        return group("cache", "Lists, verifies and deletes the archives in the local cache.", commands);
    }

    private CommandLine group(String name, String description, Map<String, Supplier<Object>> commands) {
        CommandLine group = new CommandLine(new CommandGroup(invocation));
        group.getCommandSpec()
                .name(name)
                .usageMessage()
                .description(description)
                .footer("", "Example:", "  wharf " + name + " list");
        addWanted(group, commands);
        return group;
    }

    /** A word that is a command's name may be an option's value instead, so every command that is named is added. */
    private void addWanted(CommandLine parent, Map<String, Supplier<Object>> commands) {
        boolean all = words.stream().anyMatch(ABOUT_ALL::contains)
                || commands.keySet().stream().noneMatch(words::contains);
        commands.forEach((name, command) -> {
            if (all || words.contains(name)) {
                parent.addSubcommand(name, command.get());
            }
        });
    }

    /** What is the same in every command's help. */
    private static void describe(CommandLine root) {
        for (CommandLine command : root.getSubcommands().values()) {
            describe(command);
        }
        CommandSpec spec = root.getCommandSpec();
        boolean isRoot = spec.userObject() instanceof RootCommand;
        boolean hasOptions = isRoot || spec.options().stream().anyMatch(o -> !o.inherited());
        spec.usageMessage()
                .width(HELP_WIDTH)
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .parameterListHeading("%nArguments:%n")
                .optionListHeading(hasOptions ? "%nOptions:%n" : "")
                .commandListHeading("%nCommands:%n");
        if (!isRoot) {
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
