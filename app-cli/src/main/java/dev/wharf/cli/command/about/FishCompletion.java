package dev.wharf.cli.command.about;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes fish complete a command line: one line for each command and option. */
final class FishCompletion {
    private final CommandLine root;
    private final StringBuilder script = new StringBuilder();

    FishCompletion(CommandLine root) {
        this.root = root;
    }

    String script() {
        options("", root.getCommandSpec());
        commands("__fish_use_subcommand", root);
        root.getSubcommands().forEach((name, command) -> {
            String within = "__fish_seen_subcommand_from " + name;
            commands(within + "; and not __fish_seen_subcommand_from " + names(command), command);
            options(within, command.getCommandSpec());
            command.getSubcommands()
                    .forEach((inner, leaf) ->
                            options(within + "; and __fish_seen_subcommand_from " + inner, leaf.getCommandSpec()));
        });
        return script.toString();
    }

    private void commands(String condition, CommandLine parent) {
        for (Map.Entry<String, CommandLine> command : parent.getSubcommands().entrySet()) {
            line(condition, "-f -a " + command.getKey(), command.getValue().getCommandSpec());
        }
    }

    private void line(String condition, String what, CommandSpec described) {
        line(condition, what, String.join(" ", described.usageMessage().description()));
    }

    private void line(String condition, String what, String description) {
        script.append("complete -c ").append(root.getCommandName());
        if (!condition.isEmpty()) {
            script.append(" -n ").append(quoted(condition));
        }
        script.append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(description))
                .append('\n');
    }

    private void options(String condition, CommandSpec command) {
        for (OptionSpec option : command.options()) {
            if (!option.hidden() && !option.inherited()) {
                line(condition, flags(option), String.join(" ", option.description()));
            }
        }
    }

    private static String flags(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return option.arity().min() > 0 ? names + " -r" : names;
    }

    private static String names(CommandLine parent) {
        return String.join(" ", parent.getSubcommands().keySet());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
