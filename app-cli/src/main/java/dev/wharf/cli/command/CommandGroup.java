package dev.wharf.cli.command;

import dev.wharf.cli.target.Invocation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
@Command
public class CommandGroup implements Callable<Integer> {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * A group.
     *
     * @param invocation the run it belongs to
     */
    public CommandGroup(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Called without one of its commands: shows which there are, as a mistake in the use. */
    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a group outside a command line");
        }
        CommandLine commandLine = spec.commandLine();
        if (invocation.console().isJson()) {
            throw new ParameterException(commandLine, "A command is missing after '" + spec.qualifiedName() + "'.");
        }
        commandLine.usage(commandLine.getErr());
        return 2;
    }
}
