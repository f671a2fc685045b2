package dev.wharf.cli.target;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Takes a value only after {@code =}: what follows after a space is the command or its argument. */
final class AttachedOnly implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own signature
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (" ".equals(info.get("separator"))) {
            args.push("");
        } else if (!args.isEmpty() && args.peek().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--local= names no directory. Leave out '=' for the default directory.");
        }
        return false;
    }
}
